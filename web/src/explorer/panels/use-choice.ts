import type { RefObject } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { navigate } from '../route/navigation.js';

/** The changes of the chosen entities. */
export interface Choice {
  /** The element with the chosen entities and the fields. */
  readonly container: RefObject<HTMLDivElement | null>;
  /** Adds an entity and focuses the next field; the added entity if there is no further field. */
  readonly add: (entity: { readonly id: string }) => void;
  /** Removes an entity and focuses the button that removes the last remaining one; the field if none remains. */
  readonly remove: (id: string) => void;
}

type FindElement = (container: HTMLElement) => HTMLElement | null | undefined;

/** Changes the chosen entities of the route, and moves the focus, because its element is removed. */
export function useChoice(ids: readonly string[]): Choice {
  const container = useRef<HTMLDivElement>(null);
  const findNextFocus = useRef<FindElement | null>(null);
  useLayoutEffect(() => {
    const find = findNextFocus.current;
    findNextFocus.current = null;
    if (find !== null && container.current !== null) find(container.current)?.focus();
  });
  const change = (newIds: readonly string[], find: FindElement): void => {
    findNextFocus.current = find;
    navigate({ ids: newIds });
  };
  return {
    container,
    add: ({ id }) => change([...ids, id], (element) => element.querySelector('input') ?? lastOf(element, '.entity')),
    remove: (removedId) =>
      change(
        ids.filter((id) => id !== removedId),
        (element) => lastOf(element, '.remove') ?? element.querySelector('input'),
      ),
  };
}

function lastOf(container: HTMLElement, selector: string): HTMLElement | undefined {
  return [...container.querySelectorAll<HTMLElement>(selector)].at(-1);
}
