import { describe, expect, it } from 'vitest';
import { chineseWords } from './chinese-words.js';

describe('chineseWords', () => {
  it.each([
    ['中国公司', ['中国', '公司']],
    ['图像生成工具', ['图像', '生成', '工具']],
    ['翻译', ['翻译']],
  ])('splits %s into the words of the dictionary', (text, words) => {
    expect(chineseWords(text)).toEqual(words);
  });

  it.each([
    ['腾讯公司', ['腾讯', '公司']],
    ['谷歌大', ['谷歌大']],
  ])('keeps a name in %s together that is not in the dictionary', (text, words) => {
    expect(chineseWords(text)).toEqual(words);
  });

  it.each([
    ['图像和视频', ['图像', '视频']],
    ['谷歌的工具', ['谷歌', '工具']],
    ['国产大模型', ['国产', '模型']],
  ])('drops a single character between two words of %s', (text, words) => {
    expect(chineseWords(text)).toEqual(words);
  });

  it.each([
    ['图像以及视频', ['图像', '视频']],
    ['图像或者视频', ['图像', '视频']],
  ])('drops a connecting word between two words of %s', (text, words) => {
    expect(chineseWords(text)).toEqual(words);
  });

  it.each(['的', '图', '和的'])('returns %s unchanged if it has no word of two characters', (text) => {
    expect(chineseWords(text)).toEqual([text]);
  });
});
