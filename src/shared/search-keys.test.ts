import { describe, expect, it } from 'vitest';
import { buildSearchKeys } from './search-keys.js';

const keysOf = (name: string, summary = ''): ReturnType<typeof buildSearchKeys> =>
  buildSearchKeys({ name, nameZh: undefined, aliases: [], wordings: [], summaries: [summary] });

describe('the search keys', () => {
  it.each([
    ['圖像生成', '图像生成'],
    ['谷歌大腦', '谷歌大脑'],
    ['臺灣', '台湾'],
    ['機器學習 ＡＩ', '机器学习 ai'],
  ])('of %s equal those of %s', (traditional, simplified) => {
    expect(keysOf(traditional, traditional)).toEqual(keysOf(simplified, simplified));
  });

  it('contain two adjacent words as a joined term, which no prefix matches', () => {
    const { searchWords, searchSummary } = keysOf('DALL·E 2', 'To day');
    expect(searchWords).toBe('dall e 2 _dalle _e2');
    expect(searchSummary).toBe('to day _today');
  });

  it('contain pairs of Chinese characters, across the punctuation of a name but not of a summary', () => {
    const { searchNames, searchWords, searchSummary } = keysOf('谷歌·大脑', '图像，视频');
    expect(searchNames[0]).toBe('谷歌大脑');
    expect(searchWords).toBe('谷歌 歌大 大脑 | 谷 歌 大 脑');
    expect(searchSummary).toBe('图像 | 视频');
  });

  it('do not join words across Chinese text, but contain the junctions of Latin and Chinese characters', () => {
    expect(keysOf('AI绘画Pro').searchWords).toBe('ai pro | _i绘 _画p | 绘画 | 绘 画');
  });
});
