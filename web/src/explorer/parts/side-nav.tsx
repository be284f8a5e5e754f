import { signal } from '@preact/signals';
import type { JSX } from 'preact';
import { dataset } from '../ask/dataset.js';
import { addressOf, here, open } from '../place/here.js';
import { answerableIn } from '../model/answerable.js';
import { model } from '../model/served-model.js';
import { namedViews } from '../model/view-names.js';
import { viewTitle } from '../words/view-titles.js';
import { start, type PageName, type Place } from '../place/place.js';
import { questionTitle } from '../questions/question-panel.js';
import { say } from '../words/say.js';

/** Whether the menu is open. Wide windows always show it. */
export const isNavOpen = signal(false);

const asked: readonly PageName[] = ['paths', 'between', 'similar'];

/** The navigation menu: views, questions and sample queries. */
export function SideNav(): JSX.Element {
  const { question } = here.value;
  const offered = answerableIn(model.value).filter(({ titleZh }) => titleZh !== null);
  return (
    <nav id="nav" class={isNavOpen.value ? 'open' : ''} aria-label={say('menu')}>
      <ViewList title={say('explore')} views={['graph', ...namedViews().map(({ name }) => name)]} />
      <ViewList title={say('questions')} views={asked} />
      {offered.length > 0 && <h2>{say('answers')}</h2>}
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

function ViewList({ title, views }: { readonly title: string; readonly views: readonly string[] }): JSX.Element {
  return (
    <>
      <h2>{title}</h2>
      <ul>
        {views.map((each) => (
          <NavItem
            key={each}
            change={{ view: each }}
            isHere={here.value.view === each}
            title={viewTitle(each) ?? each}
          />
        ))}
      </ul>
    </>
  );
}

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
