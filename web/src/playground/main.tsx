/** @jsxImportSource react */
import type { GraphiQLPlugin } from '@graphiql/react';
import { GraphiQL } from 'graphiql';
import { useState } from 'react';
import { createRoot } from 'react-dom/client';
import 'graphiql/style.css';
import './playground.css';
import { fetchFromHost } from './fetcher.js';
import { parseLink, formatLink, type PlaygroundLink } from './link.js';
import { labelTextAreas } from './label-text-areas.js';
import { Logo } from './logo.js';
import { questionsPlugin } from './questions.js';
import { welcomeDocument } from '../../../src/model/page-documents.js';
import { adaptDocument } from '../../../src/model/adapt-document.js';
import { findSupportedOperations } from '../explorer/model/supported-operations.js';
import { loadModel } from '../explorer/model/load-model.js';
import type { ServedModel } from '../explorer/model/served-model.js';

const isFirstVisit = localStorage.getItem('graphiql:tabState') === null;

interface Properties {
  /** The query of the URL, or the example on the first visit; null to restore the editor's last content. */
  readonly initialLink: PlaygroundLink | null;
  readonly plugins: GraphiQLPlugin[];
}

function Playground({ initialLink, plugins }: Properties): React.JSX.Element {
  const [, setLink] = useState<PlaygroundLink>(initialLink ?? { query: '' });
  const updateLink = (change: Partial<PlaygroundLink>): void =>
    setLink((link) => {
      const nextLink = { ...link, ...change };
      if (nextLink.query !== '') history.replaceState(null, '', formatLink(location.pathname, nextLink));
      return nextLink;
    });
  return (
    <GraphiQL
      fetcher={fetchFromHost}
      plugins={plugins}
      defaultEditorToolsVisibility="variables"
      isHeadersEditorEnabled={false}
      onEditQuery={(query) => updateLink({ query })}
      onEditVariables={(variables) => updateLink({ variables })}
      onTabChange={({ tabs, activeTabIndex }) => {
        const tab = tabs[activeTabIndex];
        if (tab) updateLink({ query: tab.query ?? '', variables: tab.variables ?? '' });
      }}
      {...(initialLink === null ? {} : { query: initialLink.query, variables: initialLink.variables ?? '' })}
    >
      <GraphiQL.Logo>
        <Logo shouldRun={initialLink !== null} />
      </GraphiQL.Logo>
    </GraphiQL>
  );
}

/** Renders the playground. If the model cannot be loaded, there is no example and no sample operation is listed. */
async function renderPlayground(container: HTMLElement): Promise<void> {
  const model = await loadModel().catch(() => null);
  const example = model && createWelcomeQuery(model);
  const initialLink = parseLink(location.search) ?? (isFirstVisit && example ? { query: example } : null);
  const plugins = [questionsPlugin(model ? findSupportedOperations(model) : [], example)];
  createRoot(container).render(<Playground initialLink={initialLink} plugins={plugins} />);
}

function createWelcomeQuery(model: ServedModel): string {
  return adaptDocument(model, welcomeDocument(model));
}

const container = document.getElementById('playground');
if (container) {
  labelTextAreas(container);
  void renderPlayground(container);
}
