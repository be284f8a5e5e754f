import type { JSX } from 'preact';
import { useEffect } from 'preact/hooks';
import { AwayNotice } from './parts/away-notice.js';
import { Card } from './parts/card.js';
import { Header } from './parts/header.js';
import { SideNav } from './parts/side-nav.js';
import { here } from './place/here.js';
import type { View } from './place/place.js';
import { BetweenPanel } from './questions/between-panel.js';
import { PathsPanel } from './questions/paths-panel.js';
import { QuestionPanel } from './questions/question-panel.js';
import { SearchPanel } from './questions/search-panel.js';
import { SimilarPanel } from './questions/similar-panel.js';
import { Chain } from './views/chain.js';
import { GraphPage } from './views/graph-page.js';
import { Landscape } from './views/landscape.js';
import { Places } from './views/places.js';
import { Timeline } from './views/timeline.js';
import { language } from './words/language.js';
import { say } from './words/say.js';

const pages: Partial<Record<View, () => JSX.Element>> = {
  landscape: Landscape,
  places: Places,
  chain: Chain,
  timeline: Timeline,
};

const panels: Partial<Record<View, () => JSX.Element>> = {
  paths: PathsPanel,
  between: BetweenPanel,
  similar: SimilarPanel,
  question: QuestionPanel,
  search: SearchPanel,
};

/** The explorer. */
export function App(): JSX.Element {
  const { view, node } = here.value;
  useDocumentTitle(view);
  const Page = pages[view] ?? GraphPage;
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
        <Page />
      </main>
      {hasSide && <Side />}
    </div>
  );
}

/** The open card, and under it the question that stays answered meanwhile. */
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

function useDocumentTitle(view: View): void {
  const code = language.code.value;
  useEffect(() => {
    document.documentElement.lang = code === 'zh' ? 'zh-CN' : 'en';
    document.title = view === 'graph' ? say('title') : `${say(`view.${view}`)} · ${say('title')}`;
  }, [code, view]);
}
