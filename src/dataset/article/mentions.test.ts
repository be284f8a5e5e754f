import { describe, expect, it } from 'vitest';
import { foldForMention, mentions } from './mentions.js';

describe('mentions', () => {
  it.each([
    ['由 OpenAI 开发', 'openai'],
    ['ＯｐｅｎＡＩ（美国）', 'OpenAI'],
    ['DALL - E 2', 'DALL-E 2'],
    ['MathGPT ：一款', 'MathGPT：'],
    ['AIGC 技术', 'AIGC技术'],
    ['AIGC技术', 'AIGC 技术'],
    ['Deep  Voice', 'Deep Voice'],
    ['如GE、IBM等', 'GE'],
    ['GAN（生成式对抗网络）', 'GAN'],
    ['北京', '北京'],
    ['GPT系列', 'GPT'],
  ])('finds in "%s" the name "%s"', (text, name) => {
    expect(mentions(foldForMention(text), name)).toBe(true);
  });

  it.each([
    ['StyleGAN and images', 'GAN'],
    ['image', 'GE'],
    ['GE2', 'GE'],
    ['deepvoice', 'Deep Voice'],
    ['anything', ''],
    ['a.c', 'abc'],
  ])('does not find in "%s" the name "%s"', (text, name) => {
    expect(mentions(foldForMention(text), name)).toBe(false);
  });
});
