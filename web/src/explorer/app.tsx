import type { JSX } from 'preact';
import { useEffect } from 'preact/hooks';
import { isModelKnown } from './model/served-model.js';
import { useModel } from './model/use-model.js';
import { viewNamed } from './model/view-names.js';
import { AnswerState } from './parts/answer-state.js';
import { AwayNotice } from './parts/away-notice.js';
import { Card } from './parts/card.js';
import { Header } from './parts/header.js';
import { SideNav } from './parts/side-nav.js';
import { here } from './place/here.js';
import { BetweenPanel } from './questions/between-panel.js';
import { PathsPanel } from './questions/paths-panel.js';
import { QuestionPanel } from './questions/question-panel.js';
import { SearchPanel } from './questions/search-panel.js';
import { SimilarPanel } from './questions/similar-panel.js';
import { GraphPage } from './views/graph-page.js';
import { ModelView } from './views/model-view.js';
import { language } from './words/language.js';
import { say } from './words/say.js';
import { viewTitle } from './words/view-titles.js';

const panels: Readonly<Record<string, () => JSX.Element>> = {
  paths: PathsPanel,
  between: BetweenPanel,
  similar: SimilarPanel,
  question: QuestionPanel,
  search: SearchPanel,
};

/** The root component. Renders the explorer once the model is loaded. */
export function App(): JSX.Element {
  const answer = useModel();
  return isModelKnown.value ? (
    <Explorer />
  ) : (
    <div class="atlas">
      <AwayNotice />
      <main class="page">
        <AnswerState answer={answer}>{() => null}</AnswerState>
      </main>
    </div>
  );
}

function Explorer(): JSX.Element {
  const { view, node } = here.value;
  useDocumentTitle(view);
  const shown = viewNamed(view);
  const hasSide = node !== null || panels[view] !== undefined;
  return (
    <div class={`atlas${hasSide ? ' with-side' : ''}`}>
      <a class="skip" href="#content">
        {say('skip')}
      </a>
      <Header />
      <AwayNotice />
      <SideNav />
      <main id="content" tabIndex={-1}>
        <h1 class="unseen">{say('title')}</h1>
        {shown ? <ModelView key={view} view={shown} /> : <GraphPage />}
      </main>
      {hasSide && <Side />}
    </div>
  );
}

/** The side panel: the open card, or the panel of the view. The panel stays mounted behind the card. */
function Side(): JSX.Element {
  const { view, node } = here.value;
  const Panel = panels[view];
  return (
    <aside aria-label={say('view.question')}>
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
  const code = language.code.value;
  const title = view === 'graph' ? null : viewTitle(view);
  useEffect(() => {
    document.documentElement.lang = code === 'zh' ? 'zh-CN' : 'en';
    document.title = title === null ? say('title') : `${title} · ${say('title')}`;
  }, [code, title]);
}
