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
const plainLetter = /^[\x20-\x7e]$/;

/** A letter with its combining marks, or marks at the start of a text. */
const cluster = /\P{M}\p{M}*|\p{M}+/gu;

/** Maximum length of a term in UTF-16 units. Lucene splits words longer than 255. */
const mostCharacters = 120;

/** The text that the positions of tokens refer to: NFC, so that a letter and its accent are one character. */
export function placedText(text: string): string {
  return text.normalize('NFC');
}

/** Splits a text into folded words and runs: case, width, accents, punctuation and traditional forms are ignored. */
export function tokensOf(text: string): Token[] {
  const groups: { isRun: boolean; characters: Character[] }[] = [];
  let open = false;
  for (const character of charactersOf(placedText(text))) {
    const isRun = runCharacter.test(character.text);
    const group = groups.at(-1);
    if (!isRun && !wordCharacter.test(character.text)) open = false;
    else if (open && group?.isRun === isRun) group.characters.push(character);
    else open = groups.push({ isRun, characters: [character] }) > 0;
  }
  return groups.map(({ isRun, characters }) => ({ isRun, characters, text: joined(characters) }));
}

/** Joins tokens by single spaces: `dall e` for `DALL·E`. Adjacent runs are joined without one: `谷歌大脑` for `谷歌·大脑`. */
export function formOf(tokens: readonly Pick<Token, 'isRun' | 'text'>[]): string {
  return tokens.reduce((form, { isRun, text }, place) => {
    const isJoined = place === 0 || (isRun && tokens[place - 1]?.isRun);
    return `${form}${isJoined ? '' : ' '}${text}`;
  }, '');
}

/** Joins tokens without spaces, to test names for equality: `dalle` for `DALL·E`, `DALL-E` and `Dalle`. */
export function wholeOf(tokens: readonly Pick<Token, 'text'>[]): string {
  return cut(tokens.map(({ text }) => text).join(''));
}

/** Whether a word of a form is a run of Chinese, Japanese or Korean characters. */
export function isRunText(text: string): boolean {
  return runCharacter.test(text);
}

/** The pairs of adjacent characters of a run, which are its search terms. */
export function gramsOf(run: string): string[] {
  const characters = Array.from(run);
  return characters.slice(1).map((second, index) => `${characters[index] ?? ''}${second}`);
}

/** Truncates a text to the maximum length of a term. */
export function cut(text: string): string {
  return text.length <= mostCharacters ? text : Array.from(text).slice(0, mostCharacters).join('');
}

function charactersOf(text: string): Character[] {
  return [...text.matchAll(cluster)].flatMap(({ 0: found, index }) =>
    Array.from(fold(found), (character) => ({ text: character, start: index, end: index + found.length })),
  );
}

// Removes accents from Latin letters only: in other scripts, marks may be vowels.
function fold(text: string): string {
  if (plainLetter.test(text)) return text.toLowerCase();
  const small = text.normalize('NFKC').toLowerCase().replaceAll('ς', 'σ');
  return simplify(small)
    .normalize('NFD')
    .replace(/(?<=\p{Script=Latin})\p{M}+/gu, '')
    .normalize('NFC');
}

function joined(characters: readonly Character[]): string {
  return cut(characters.map(({ text }) => text).join(''));
}
