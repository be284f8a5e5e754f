import { ConverterBuilder } from 'opencc-js/core';
import * as preset from 'opencc-js/preset/t2cn';

/** A folded character of a text, and the range of the original text that it was folded from. */
interface Character {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** A word, or an unbroken run of Chinese, Japanese or Korean characters, which are written without spaces. */
export interface Token {
  readonly text: string;
  readonly isRun: boolean;
  readonly characters: readonly Character[];
}

const wordCharacter = /[\p{L}\p{M}\p{N}]/u;
const runCharacter = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}ー]/u;

/** Replaces a traditional Chinese character by its simplified form. */
const simplify = ConverterBuilder(preset)({ from: 't', to: 'cn' });

/** A character that folds to its lower case. */
const asciiCharacter = /^[\x20-\x7e]$/;

/** A letter with its combining marks, or marks at the start of a text. */
const letterWithMarks = /\P{M}\p{M}*|\p{M}+/gu;

/** Maximum length of a term in UTF-16 units. Lucene splits words longer than 255. */
const maxTermLength = 120;

/** The text that the positions of tokens refer to: NFC, so that a letter and its accent are one character. */
export function normalizeText(text: string): string {
  return text.normalize('NFC');
}

/** Splits a text into folded words and runs: case, width, accents, punctuation and traditional forms are ignored. */
export function tokensOf(text: string): Token[] {
  const groups: { isRun: boolean; characters: Character[] }[] = [];
  let isOpen = false;
  for (const character of charactersOf(normalizeText(text))) {
    const isRun = runCharacter.test(character.text);
    const group = groups.at(-1);
    if (!isRun && !wordCharacter.test(character.text)) isOpen = false;
    else if (isOpen && group?.isRun === isRun) group.characters.push(character);
    else isOpen = groups.push({ isRun, characters: [character] }) > 0;
  }
  return groups.map(({ isRun, characters }) => ({ isRun, characters, text: joinCharacters(characters) }));
}

/** Joins tokens by single spaces: `dall e` for `DALL·E`. Adjacent runs are joined without one: `谷歌大脑` for `谷歌·大脑`. */
export function spacedFormOf(tokens: readonly Pick<Token, 'isRun' | 'text'>[]): string {
  return tokens.reduce((form, { isRun, text }, index) => {
    const isJoined = index === 0 || (isRun && tokens[index - 1]?.isRun);
    return `${form}${isJoined ? '' : ' '}${text}`;
  }, '');
}

/** Joins tokens without spaces, to test names for equality: `dalle` for `DALL·E`, `DALL-E` and `Dalle`. */
export function compactFormOf(tokens: readonly Pick<Token, 'text'>[]): string {
  return truncateTerm(tokens.map(({ text }) => text).join(''));
}

/** Whether a word of a form is a run of Chinese, Japanese or Korean characters. */
export function isRunText(text: string): boolean {
  return runCharacter.test(text);
}

/** The pairs of adjacent characters of a run, which are its search terms. */
export function bigramsOf(run: string): string[] {
  const characters = Array.from(run);
  return characters.slice(1).map((second, index) => `${characters[index] ?? ''}${second}`);
}

/** Truncates a text to the maximum length of a term. */
export function truncateTerm(text: string): string {
  return text.length <= maxTermLength ? text : Array.from(text).slice(0, maxTermLength).join('');
}

function charactersOf(text: string): Character[] {
  return [...text.matchAll(letterWithMarks)].flatMap(({ 0: letter, index }) =>
    Array.from(fold(letter), (character) => ({ text: character, start: index, end: index + letter.length })),
  );
}

// Removes accents from Latin letters only: in other scripts, marks may be vowels.
function fold(text: string): string {
  if (asciiCharacter.test(text)) return text.toLowerCase();
  const lowerCaseText = text.normalize('NFKC').toLowerCase().replaceAll('ς', 'σ');
  return simplify(lowerCaseText)
    .normalize('NFD')
    .replace(/(?<=\p{Script=Latin})\p{M}+/gu, '')
    .normalize('NFC');
}

function joinCharacters(characters: readonly Character[]): string {
  return truncateTerm(characters.map(({ text }) => text).join(''));
}
