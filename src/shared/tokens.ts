import { ConverterBuilder } from 'opencc-js/core';
import * as preset from 'opencc-js/preset/t2cn';

/** One character of a text as it is compared, and where in the text it stands. */
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

/** What folds to itself, but for its case. */
const plainLetter = /^[\x20-\x7e]$/;

/** A letter with the marks on it; marks alone where a text begins with them. */
const cluster = /\P{M}\p{M}*|\p{M}+/gu;

/** Lucene parts longer words, counted in UTF-16 units, at 255. */
const mostCharacters = 120;

/** The text whose places tokens name: accents drawn as one letter with the letter. */
export function placedText(text: string): string {
  return text.normalize('NFC');
}

/** The words and runs of a text, folded: case, width, accents, punctuation and traditional forms make no difference. */
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

/** The words parted by single spaces: `dall e` of `DALL·E`; neighbouring runs are one, `谷歌大脑` of `谷歌·大脑`. */
export function formOf(tokens: readonly Pick<Token, 'isRun' | 'text'>[]): string {
  return tokens.reduce((form, { isRun, text }, place) => {
    const isJoined = place === 0 || (isRun && tokens[place - 1]?.isRun);
    return `${form}${isJoined ? '' : ' '}${text}`;
  }, '');
}

/** The same without spaces, by which names are equal: `dalle` of `DALL·E`, `DALL-E` and `Dalle`. */
export function wholeOf(tokens: readonly Pick<Token, 'text'>[]): string {
  return cut(tokens.map(({ text }) => text).join(''));
}

/** Whether a word of a form is a run. */
export function isRunText(text: string): boolean {
  return runCharacter.test(text);
}

/** Every two neighbouring characters of a run: the terms by which runs are found. */
export function gramsOf(run: string): string[] {
  const characters = Array.from(run);
  return characters.slice(1).map((second, index) => `${characters[index] ?? ''}${second}`);
}

/** The beginning of a text, short enough for one term of the index. */
export function cut(text: string): string {
  return text.length <= mostCharacters ? text : Array.from(text).slice(0, mostCharacters).join('');
}

function charactersOf(text: string): Character[] {
  return [...text.matchAll(cluster)].flatMap(({ 0: found, index }) =>
    Array.from(fold(found), (character) => ({ text: character, start: index, end: index + found.length })),
  );
}

// Accents go from Latin letters alone: elsewhere marks may be vowels.
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
