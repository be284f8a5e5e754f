/** Whether two words differ by at most one typing error: an inserted, deleted, replaced, or transposed letter. */
export function hasAtMostOneError(firstWord: string, secondWord: string): boolean {
  const [firstLetters, secondLetters] = [Array.from(firstWord), Array.from(secondWord)];
  let prefixLength = 0;
  while (prefixLength < firstLetters.length && firstLetters[prefixLength] === secondLetters[prefixLength])
    prefixLength += 1;
  let suffixLength = 0;
  const maxSuffixLength = Math.min(firstLetters.length, secondLetters.length) - prefixLength;
  while (suffixLength < maxSuffixLength && firstLetters.at(-1 - suffixLength) === secondLetters.at(-1 - suffixLength))
    suffixLength += 1;
  const [firstDifference, secondDifference] = [
    firstLetters.slice(prefixLength, firstLetters.length - suffixLength),
    secondLetters.slice(prefixLength, secondLetters.length - suffixLength),
  ];
  if (firstDifference.length <= 1 && secondDifference.length <= 1) return true;
  return firstDifference.length === 2 && firstDifference.join('') === secondDifference.toReversed().join('');
}
