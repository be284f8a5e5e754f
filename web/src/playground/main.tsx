/** @jsxImportSource react */
import { GraphiQL } from 'graphiql';
import { useState } from 'react';
import { createRoot } from 'react-dom/client';
import 'graphiql/style.css';
import './playground.css';
import { fetchFromHost } from './fetcher.js';
import { readLink, writeLink, type PlaygroundLink } from './link.js';
import { nameTextAreas } from './name-text-areas.js';
import { Opening } from './opening.js';
import { questionsPlugin } from './questions.js';
import { welcome, welcomeVariables } from './welcome.js';

const plugins = [questionsPlugin];
const isFirstVisit = localStorage.getItem('graphiql:tabState') === null;
const opened =
  readLink(location.search) ??
  (isFirstVisit ? { query: welcome, variables: JSON.stringify(welcomeVariables, null, 2) } : null);

function Playground(): React.JSX.Element {
  const [, setLink] = useState<PlaygroundLink>(opened ?? { query: '' });
  const edit = (part: Partial<PlaygroundLink>): void =>
    setLink((link) => {
      const next = { ...link, ...part };
      if (next.query !== '') history.replaceState(null, '', writeLink(location.pathname, next));
      return next;
    });
  return (
    <GraphiQL
      fetcher={fetchFromHost}
      plugins={plugins}
      defaultEditorToolsVisibility="variables"
      isHeadersEditorEnabled={false}
      onEditQuery={(query) => edit({ query })}
      onEditVariables={(variables) => edit({ variables })}
      onTabChange={({ tabs, activeTabIndex }) => {
        const tab = tabs[activeTabIndex];
        if (tab) edit({ query: tab.query ?? '', variables: tab.variables ?? '' });
      }}
      {...(opened === null ? {} : { query: opened.query, variables: opened.variables ?? '' })}
    >
      <GraphiQL.Logo>
        <Opening runs={opened !== null} />
      </GraphiQL.Logo>
    </GraphiQL>
  );
}

const container = document.getElementById('playground');
if (container) {
  nameTextAreas(container);
  createRoot(container).render(<Playground />);
}
