/** Joins chunks into larger ones of at least `size` characters, except the last, to reduce the number of writes. */
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
