import { describe, expect, it } from 'vitest';
import { chineseWords } from './chinese-words.js';

describe('the words of a Chinese text', () => {
  it.each([
    ['中国公司', ['中国', '公司']],
    ['图像生成工具', ['图像', '生成', '工具']],
    ['翻译', ['翻译']],
  ])('%s are those of the dictionary', (text, words) => {
    expect(chineseWords(text)).toEqual(words);
  });

  it.each([
    ['腾讯公司', ['腾讯', '公司']],
    ['谷歌大', ['谷歌大']],
  ])('%s keep a name together that the dictionary does not know', (text, words) => {
    expect(chineseWords(text)).toEqual(words);
  });

  it.each([
    ['图像和视频', ['图像', '视频']],
    ['谷歌的工具', ['谷歌', '工具']],
    ['国产大模型', ['国产', '模型']],
  ])('%s leave out a single character between two of them', (text, words) => {
    expect(chineseWords(text)).toEqual(words);
  });

  it.each(['的', '图', '和的'])('%s are all of it where it has none of two characters', (text) => {
    expect(chineseWords(text)).toEqual([text]);
  });
});
