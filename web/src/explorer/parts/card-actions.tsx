import type { JSX } from 'preact';
import { go, here, open } from '../place/here.js';
import { say } from '../words/say.js';

/** The actions on the entity whose card is open. */
export function CardActions({ entity: { id } }: { readonly entity: { readonly id: string } }): JSX.Element {
  const { around, hidden, pinned } = here.value;
  const isPinned = pinned.includes(id);
  const actions = [
    ['focus', () => open({ around: [id], node: id })],
    ...(around.length > 0 && !around.includes(id) ? [['expand', () => go({ around: [...around, id] })] as const] : []),
    [
      isPinned ? 'unpin' : 'pin',
      () => go({ pinned: isPinned ? pinned.filter((each) => each !== id) : [...pinned, id] }),
    ],
    ['hide', () => go({ hidden: [...hidden, id], node: null })],
    ['connect', () => open({ view: 'paths', ids: [id] })],
    ['similar', () => open({ view: 'similar', ids: [id] })],
  ] as const;
  return (
    <div class="actions">
      {actions.map(([word, act]) => (
        <button type="button" key={word} onClick={act}>
          {say(word)}
        </button>
      ))}
    </div>
  );
}
