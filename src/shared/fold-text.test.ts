import { describe, expect, it } from 'vitest';
import { foldText } from './fold-text.js';

describe('foldText', () => {
  it.each([
    ['OpenAI', 'openai'],
    ['ＩＢＭ', 'ibm'],
    ['Layer　6', 'layer 6'],
    ['two\n\t lines', 'two lines'],
    ['谷歌', '谷歌'],
    ['DALL·E', 'dall·e'],
    ['ﬁne', 'fine'],
    ['', ''],
  ])('converts %j to %j', (text, folded) => {
    expect(foldText(text)).toBe(folded);
  });

  it('is idempotent', () => {
    expect(foldText(foldText('Ｇｏｏｇｌｅ\nDeepMind'))).toBe(foldText('Ｇｏｏｇｌｅ\nDeepMind'));
  });
});
