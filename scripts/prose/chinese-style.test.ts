import { describe, expect, it } from 'vitest';
import { findChineseStyleProblems } from './chinese-style.js';

describe('the style of a Chinese sentence', () => {
  it.each([
    '2015年成立的实验室，研制 GPT 语言模型。',
    'DALL-E 2 生成的是静态图片（不能生成视频）。',
    '量子位智库《中国AIGC产业全景报告》，2023年3月：2030年1.15万亿元，占10%。',
    '总部位于巴黎的“深度伪造”检测公司。',
  ])('is accepted: %s', (sentence) => {
    expect(findChineseStyleProblems(sentence)).toEqual([]);
  });

  it.each([
    ['于 2015 年成立。', 'no space between a number'],
    ['2015 年成立。', 'no space between a number'],
    ['研制GPT模型。', 'a space between a Latin word'],
    ['成立,后来停业。', 'full-width punctuation'],
    ['公司(法国)。', 'full-width parentheses'],
    ['所谓「目前」。', 'the quotation marks'],
  ])('is rejected: %s', (sentence, problem) => {
    expect(findChineseStyleProblems(sentence).join()).toContain(problem);
  });
});
