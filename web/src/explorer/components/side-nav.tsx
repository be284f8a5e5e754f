import type { JSX } from 'preact';
import { dataset } from '../api/dataset.js';
import { currentRoute } from '../route/navigation.js';
import { listNamedViews } from '../model/view-names.js';
import { viewTitle } from '../i18n/view-titles.js';
import type { PageName } from '../route/route.js';
import { formatDate } from '../i18n/format-date.js';
import { translate } from '../i18n/translate.js';
import { isNavOpen, NavItem } from './nav-item.js';
import { listedQuestions, QuestionList } from './question-list.js';

const questionPages: readonly PageName[] = ['paths', 'between', 'similar'];

/** The navigation menu: views, questions and sample queries. */
export function SideNav(): JSX.Element {
  return (
    <nav id="nav" class={isNavOpen.value ? 'open' : ''} aria-label={translate('menu')}>
      <ViewList title={translate('explore')} views={['graph', ...listNamedViews().map(({ name }) => name)]} />
      <ViewList title={translate('questions')} views={questionPages} />
      {listedQuestions().length > 0 && <h2>{translate('answers')}</h2>}
      <QuestionList />
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
