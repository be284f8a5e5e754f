import type { JSX } from 'preact';
import { navigate, currentRoute, openPage } from '../route/navigation.js';
import { translate } from '../i18n/translate.js';

/** The actions on the entity whose card is open. */
export function CardActions({ entity: { id } }: { readonly entity: { readonly id: string } }): JSX.Element {
  const { around, hidden, pinned } = currentRoute.value;
  const isPinned = pinned.includes(id);
  const actions = [
    ['focus', () => openPage({ around: [id], node: id })],
    ...(around.length > 0 && !around.includes(id)
      ? [['expand', () => navigate({ around: [...around, id] })] as const]
      : []),
    [
      isPinned ? 'unpin' : 'pin',
      () => navigate({ pinned: isPinned ? pinned.filter((pinnedId) => pinnedId !== id) : [...pinned, id] }),
    ],
    ['hide', () => navigate({ hidden: [...hidden, id], node: null })],
    ['connect', () => openPage({ view: 'paths', ids: [id] })],
    ['similar', () => openPage({ view: 'similar', ids: [id] })],
  ] as const;
  return (
    <div class="actions">
      {actions.map(([key, run]) => (
        <button type="button" key={key} onClick={run}>
          {translate(key)}
        </button>
      ))}
    </div>
  );
}
