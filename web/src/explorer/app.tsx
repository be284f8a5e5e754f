import type { JSX } from 'preact';
import { useEffect } from 'preact/hooks';
import { isModelLoaded } from './model/served-model.js';
import { useModel } from './model/use-model.js';
import { findView } from './model/view-names.js';
import { QueryResult } from './components/query-result.js';
import { UnreachableNotice } from './components/unreachable-notice.js';
import { Card } from './components/card.js';
import { Header } from './components/header.js';
import { SideNav } from './components/side-nav.js';
import { currentRoute } from './route/navigation.js';
import { BetweenPanel } from './panels/between-panel.js';
import { PathsPanel } from './panels/paths-panel.js';
import { QuestionPanel } from './panels/question-panel.js';
import { SearchPanel } from './panels/search-panel.js';
import { SimilarPanel } from './panels/similar-panel.js';
import { GraphPage } from './views/graph-page.js';
import { ModelView } from './views/model-view.js';
import { language } from './i18n/language.js';
import { atlasName, translate } from './i18n/translate.js';
import { viewTitle } from './i18n/view-titles.js';

const panels: Readonly<Record<string, () => JSX.Element>> = {
  paths: PathsPanel,
  between: BetweenPanel,
  similar: SimilarPanel,
  question: QuestionPanel,
  search: SearchPanel,
};

/** The root component. Renders the explorer once the model is loaded. */
export function App(): JSX.Element {
  const query = useModel();
  return isModelLoaded.value ? (
    <Explorer />
  ) : (
    <div class="atlas">
      <UnreachableNotice />
      <main class="page">
        <QueryResult query={query}>{() => null}</QueryResult>
      </main>
    </div>
  );
}

function Explorer(): JSX.Element {
  const { view, node } = currentRoute.value;
  useDocumentTitle(view);
  const modelView = findView(view);
  const hasSidePanel = node !== null || panels[view] !== undefined;
  return (
    <div class={`atlas${hasSidePanel ? ' with-side' : ''}`}>
      <a class="skip" href="#content">
        {translate('skip')}
      </a>
      <Header />
      <UnreachableNotice />
      <SideNav />
      <main id="content" tabIndex={-1}>
        <h1 class="unseen">{atlasName()}</h1>
        {modelView ? <ModelView key={view} view={modelView} /> : <GraphPage />}
      </main>
      {hasSidePanel && <SidePanel />}
    </div>
  );
}

/** The side panel: the open card, or the panel of the view. The panel stays mounted behind the card. */
function SidePanel(): JSX.Element {
  const { view, node } = currentRoute.value;
  const Panel = panels[view];
  return (
    <aside aria-label={translate('view.question')}>
      {node !== null && <Card key={node} id={node} />}
      {Panel && (
        <div hidden={node !== null}>
          <Panel />
        </div>
      )}
    </aside>
  );
}

function useDocumentTitle(view: string): void {
  const languageCode = language.code.value;
  const name = atlasName();
  const title = view === 'graph' ? null : viewTitle(view);
  useEffect(() => {
    document.documentElement.lang = languageCode === 'zh' ? 'zh-CN' : 'en';
    document.title = title === null ? name : `${title} · ${name}`;
  }, [languageCode, name, title]);
}
