const english = 'a an and as at by for from in is not of on or the to vs with';
const chinese = '的 了 和 与 及 或 在 是 以及 或者';

/** Words that connect others and say nothing about what is looked for. */
const connectingWords: ReadonlySet<string> = new Set(`${english} ${chinese}`.split(' '));

/** Whether a folded word connects others: `and`, `of`, `的`. */
export function isConnectingWord(text: string): boolean {
  return connectingWords.has(text);
}
