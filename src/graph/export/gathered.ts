/** The same text in pieces of at least `size` characters, the last one aside: small pieces would each cost a write. */
export function* gathered(pieces: Iterable<string>, size = 16_384): Generator<string> {
  let text = '';
  for (const piece of pieces) {
    text += piece;
    if (text.length < size) continue;
    yield text;
    text = '';
  }
  if (text !== '') yield text;
}
