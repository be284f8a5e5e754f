/** Joins chunks into larger ones of at least `size` characters, except the last, to reduce the number of writes. */
export function* joinChunks(chunks: Iterable<string>, size = 16_384): Generator<string> {
  let text = '';
  for (const chunk of chunks) {
    text += chunk;
    if (text.length < size) continue;
    yield text;
    text = '';
  }
  if (text !== '') yield text;
}
