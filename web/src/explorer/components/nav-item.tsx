import { signal } from '@preact/signals';
import type { JSX } from 'preact';
import { openPage, urlOf } from '../route/navigation.js';
import { startRoute, type Route } from '../route/route.js';

/** Whether the menu is open. Wide windows always show it. */
export const isNavOpen = signal(false);

interface Properties {
  readonly routeChange: Partial<Route>;
  readonly isCurrent: boolean;
  readonly title: string;
}

/** A list item with a link to another page. A click closes the menu. */
export function NavItem({ routeChange, isCurrent, title }: Properties): JSX.Element {
  const handleClick = (event: MouseEvent): void => {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    isNavOpen.value = false;
    openPage(routeChange);
  };
  return (
    <li>
      <a
        href={urlOf({ ...startRoute, ...routeChange })}
        aria-current={isCurrent ? 'page' : undefined}
        onClick={handleClick}
      >
        {title}
      </a>
    </li>
  );
}
