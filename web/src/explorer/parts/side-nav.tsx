import { signal } from '@preact/signals';
import type { JSX } from 'preact';
import { operations } from 'virtual:operations';
import { dataset } from '../ask/dataset.js';
import { addressOf, here, open } from '../place/here.js';
import { start, type Place, type View } from '../place/place.js';
import { questionTitle } from '../questions/question-panel.js';
import { questionTitles } from '../words/question-titles.js';
import { say } from '../words/say.js';

/** Whether the menu is unfolded, where the window is too narrow to show it always. */
export const isNavOpen = signal(false);

const maps: readonly View[] = ['graph', 'landscape', 'places', 'chain', 'timeline'];
const asked: readonly View[] = ['paths', 'between', 'similar'];

/** The list of all views and questions. */
export function SideNav(): JSX.Element {
  const { question } = here.value;
  return (
    <nav id="nav" class={isNavOpen.value ? 'open' : ''} aria-label={say('menu')}>
      <ViewList title={say('explore')} views={maps} />
      <ViewList title={say('questions')} views={asked} />
      <h2>{say('answers')}</h2>
      <ul>
        {offered.map((operation) => (
          <NavItem
            key={operation.name}
            change={{ view: 'question', question: operation.name }}
            isHere={question === operation.name}
            title={questionTitle(operation)}
          />
        ))}
      </ul>
      <About />
    </nav>
  );
}

function ViewList({ title, views }: { readonly title: string; readonly views: readonly View[] }): JSX.Element {
  return (
    <>
      <h2>{title}</h2>
      <ul>
        {views.map((each) => (
          <NavItem key={each} change={{ view: each }} isHere={here.value.view === each} title={say(`view.${each}`)} />
        ))}
      </ul>
    </>
  );
}

const offered = [...questionTitles.keys()].flatMap(
  (name) => operations.find((operation) => operation.name === name) ?? [],
);

interface ItemProperties {
  readonly change: Partial<Place>;
  readonly isHere: boolean;
  readonly title: string;
}

function NavItem({ change, isHere, title }: ItemProperties): JSX.Element {
  const follow = (event: MouseEvent): void => {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    isNavOpen.value = false;
    open(change);
  };
  return (
    <li>
      <a href={addressOf({ ...start, ...change })} aria-current={isHere ? 'page' : undefined} onClick={follow}>
        {title}
      </a>
    </li>
  );
}

function About(): JSX.Element | null {
  if (dataset.value === null) return null;
  const { title, version, nodeCount, linkCount } = dataset.value;
  return (
    <p class="about">
      {say('about', { title, version, nodes: nodeCount, links: linkCount })} <a href="notices.txt">{say('notices')}</a>
    </p>
  );
}
