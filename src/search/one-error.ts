/** Whether two words differ by at most one typing error: an inserted, deleted, replaced, or transposed letter. */
export function hasOneError(a: string, b: string): boolean {
  const [left, right] = [Array.from(a), Array.from(b)];
  let start = 0;
  while (start < left.length && left[start] === right[start]) start += 1;
  let end = 0;
  const most = Math.min(left.length, right.length) - start;
  while (end < most && left.at(-1 - end) === right.at(-1 - end)) end += 1;
  const [own, other] = [left.slice(start, left.length - end), right.slice(start, right.length - end)];
  if (own.length <= 1 && other.length <= 1) return true;
  return own.length === 2 && own.join('') === other.toReversed().join('');
}
