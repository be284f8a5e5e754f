import type { JSX } from 'preact';
import { useMemo } from 'preact/hooks';
import { PathsDocument, type PathsQuery } from '../../generated/graphql.js';
import { useQuery } from '../api/use-query.js';
import { toGraphNode, type GraphData } from '../graph/graph-data.js';
import { useResultHighlight } from '../components/result-highlight.js';
import { EntityLink } from '../components/entity-link.js';
import { FactMarks } from '../components/fact-marks.js';
import { Sources } from '../components/sources.js';
import { navigate } from '../route/navigation.js';
import { language } from '../i18n/language.js';
import { relationPhrase } from '../i18n/relations.js';
import { translate } from '../i18n/translate.js';
import { Answer, ChosenEntityFields } from './chosen-entities.js';
import { useChosenEntities } from './use-chosen-entities.js';

const limits = { min: 2, max: 2 };

type Path = PathsQuery['paths'][number];

/** The panel that finds the shortest paths between two entities and lists their steps. */
export function PathsPanel(): JSX.Element {
  const chosen = useChosenEntities(limits);
  const [from, to] = chosen.knownIds;
  const isReady = from !== undefined && to !== undefined;
  const query = useQuery(PathsDocument, isReady ? { from, to, lang: language.api.value } : null);
  const paths = query.state === 'loaded' ? query.data.paths : null;
  useResultHighlight(useMemo(() => (paths === null ? null : toPathGraph(paths)), [paths]));
  return (
    <section class="panel">
      <h2>{translate('view.paths')}</h2>
      <p class="intro">{translate('paths.intro')}</p>
      <ChosenEntityFields chosen={chosen} labels={[translate('from'), translate('to')]} />
      {isReady && (
        <button type="button" class="quiet" onClick={() => navigate({ ids: [to, from] })}>
          ⇅ {translate('swap')}
        </button>
      )}
      <Answer chosen={chosen} query={query}>
        {(data) => <PathList paths={data.paths} />}
      </Answer>
    </section>
  );
}

function PathList({ paths }: { readonly paths: readonly Path[] }): JSX.Element {
  if (paths.length === 0) return <p>{translate('paths.none')}</p>;
  return (
    <>
      {paths.map((path, index) => (
        <PathSteps key={path.relations.map(({ id }) => id).join(' ')} path={path} number={index + 1} />
      ))}
    </>
  );
}

function PathSteps({ path, number }: { readonly path: Path; readonly number: number }): JSX.Element {
  return (
    <section class="way">
      <h3>{translate(path.length === 1 ? 'paths.oneStep' : 'paths.steps', { number, length: path.length })}</h3>
      <ol>
        {path.relations.map((fact, index) => {
          const node = path.nodes[index];
          const nextNode = path.nodes[index + 1];
          if (node === undefined || nextNode === undefined) return null;
          return (
            <li key={fact.id}>
              <EntityLink entity={node} />{' '}
              <span class="verb">{relationPhrase(fact.type, fact.source === node.id ? 'start' : 'end')}</span>{' '}
              <EntityLink entity={nextNode} /> <Sources citations={fact.citations} />
              <FactMarks fact={fact} />
            </li>
          );
        })}
      </ol>
    </section>
  );
}

function toPathGraph(paths: readonly Path[]): GraphData {
  const nodes = new Map(paths.flatMap((path) => path.nodes.map((node) => [node.id, toGraphNode(node)] as const)));
  const links = new Map(paths.flatMap((path) => path.relations.map((link) => [link.id, link] as const)));
  return { nodes: [...nodes.values()], links: [...links.values()], truncated: false };
}
