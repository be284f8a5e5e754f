import { signal } from '@preact/signals';
import type { JSX } from 'preact';
import { dataset } from '../api/dataset.js';
import { urlOf, currentRoute, openPage } from '../route/navigation.js';
import { findSupportedOperations } from '../model/supported-operations.js';
import { model } from '../model/served-model.js';
import { listNamedViews } from '../model/view-names.js';
import { viewTitle } from '../i18n/view-titles.js';
import { startRoute, type PageName, type Route } from '../route/route.js';
import { questionTitle } from '../panels/question-panel.js';
import { formatDate } from '../i18n/format-date.js';
import { translate } from '../i18n/translate.js';

/** Whether the menu is open. Wide windows always show it. */
export const isNavOpen = signal(false);

const questionPages: readonly PageName[] = ['paths', 'between', 'similar'];

/** The navigation menu: views, questions and sample queries. */
export function SideNav(): JSX.Element {
  const { question } = currentRoute.value;
  const listedOperations = findSupportedOperations(model.value).filter(({ titleZh }) => titleZh !== null);
  return (
    <nav id="nav" class={isNavOpen.value ? 'open' : ''} aria-label={translate('menu')}>
      <ViewList title={translate('explore')} views={['graph', ...listNamedViews().map(({ name }) => name)]} />
      <ViewList title={translate('questions')} views={questionPages} />
      {listedOperations.length > 0 && <h2>{translate('answers')}</h2>}
      <ul>
        {listedOperations.map((operation) => (
          <NavItem
            key={operation.name}
            routeChange={{ view: 'question', question: operation.name }}
            isCurrent={question === operation.name}
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
        {views.map((viewName) => (
          <NavItem
            key={viewName}
            routeChange={{ view: viewName }}
            isCurrent={currentRoute.value.view === viewName}
            title={viewTitle(viewName) ?? viewName}
          />
        ))}
      </ul>
    </>
  );
}

interface ItemProperties {
  readonly routeChange: Partial<Route>;
  readonly isCurrent: boolean;
  readonly title: string;
}

function NavItem({ routeChange, isCurrent, title }: ItemProperties): JSX.Element {
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

function About(): JSX.Element | null {
  if (dataset.value === null) return null;
  const { title, version, nodeCount, linkCount, writtenOn, writtenOnNote } = dataset.value;
  return (
    <div class="about">
      <p>{translate('about', { title, version, nodes: nodeCount, links: linkCount })}</p>
      {typeof writtenOn === 'string' && <p>{translate('written', { date: formatDate(writtenOn) })}</p>}
      {writtenOnNote && (
        <details>
          <summary>{translate('written.note')}</summary>
          <p>{writtenOnNote}</p>
        </details>
      )}
      <a href="notices.txt">{translate('notices')}</a>
    </div>
  );
}
