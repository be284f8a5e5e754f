/** @jsxImportSource react */
import type { GraphiQLPlugin } from '@graphiql/react';
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
import { welcomeDocument } from '../../../src/model/page-documents.js';
import { adaptDocument } from '../../../src/model/adapt-document.js';
import { answerableIn } from '../explorer/model/answerable.js';
import { askModel } from '../explorer/model/ask-model.js';
import type { ServedModel } from '../explorer/model/served-model.js';

const isFirstVisit = localStorage.getItem('graphiql:tabState') === null;

interface Properties {
  /** The query of the URL, or the example on the first visit; null to restore the editor's last content. */
  readonly opened: PlaygroundLink | null;
  readonly plugins: GraphiQLPlugin[];
}

function Playground({ opened, plugins }: Properties): React.JSX.Element {
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

/** Renders the playground. If the model cannot be loaded, there is no example and no sample operation is listed. */
async function open(container: HTMLElement): Promise<void> {
  const model = await askModel().catch(() => null);
  const example = model && welcomeOf(model);
  const opened = readLink(location.search) ?? (isFirstVisit && example ? { query: example } : null);
  const plugins = [questionsPlugin(model ? answerableIn(model) : [], example)];
  createRoot(container).render(<Playground opened={opened} plugins={plugins} />);
}

function welcomeOf(model: ServedModel): string {
  return adaptDocument(model, welcomeDocument(model));
}

const container = document.getElementById('playground');
if (container) {
  nameTextAreas(container);
  void open(container);
}
