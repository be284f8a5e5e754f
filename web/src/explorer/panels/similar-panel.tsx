import type { JSX } from 'preact';
import { useMemo } from 'preact/hooks';
import { SimilarDocument, NeighborhoodDocument, type SimilarQuery } from '../../generated/graphql.js';
import { useQuery } from '../api/use-query.js';
import { toGraphNode, type GraphData } from '../graph/graph-data.js';
import { useResultHighlight } from '../components/result-highlight.js';
import { EntityLink } from '../components/entity-link.js';
import { translate } from '../i18n/translate.js';
import { Answer, ChosenEntityFields } from './chosen-entities.js';
import { useChosenEntities } from './use-chosen-entities.js';

const limits = { min: 1, max: 1 };

type SimilarEntity = SimilarQuery['similar'][number];

/** The panel that finds the entities of the same type that share the most neighbors with one entity. */
export function SimilarPanel(): JSX.Element {
  const chosen = useChosenEntities(limits);
  const [id] = chosen.knownIds;
  const query = useQuery(SimilarDocument, id === undefined ? null : { id });
  const neighborhoodQuery = useQuery(NeighborhoodDocument, id === undefined ? null : { ids: [id] });
  const similar = query.state === 'loaded' ? query.data.similar : null;
  const neighborhood = neighborhoodQuery.state === 'loaded' ? neighborhoodQuery.data.neighborhood : null;
  const result = useMemo(() => {
    if (similar === null || neighborhood === null) return null;
    const self = neighborhood.nodes.find((node) => node.id === id);
    return toResultGraph(similar, self);
  }, [similar, neighborhood, id]);
  useResultHighlight(result);
  return (
    <section class="panel">
      <h2>{translate('view.similar')}</h2>
      <p class="intro">{translate('similar.intro')}</p>
      <ChosenEntityFields chosen={chosen} labels={[translate('entity')]} />
      <Answer chosen={chosen} query={query}>
        {(data) =>
          data.similar.length === 0 ? <p>{translate('similar.none')}</p> : <SimilarList entities={data.similar} />
        }
      </Answer>
    </section>
  );
}

function SimilarList({ entities }: { readonly entities: readonly SimilarEntity[] }): JSX.Element {
  return (
    <ol class="alike">
      {entities.map(({ entity, score, shared }) => (
        <li key={entity.id}>
          <EntityLink entity={entity} />{' '}
          <meter min={0} max={1} value={score} aria-label={`${Math.round(score * 100)} %`} />{' '}
          <small>{Math.round(score * 100)} %</small>
          <div class="chips shared">
            {shared.map((neighbor) => (
              <EntityLink key={neighbor.id} entity={neighbor} />
            ))}
          </div>
        </li>
      ))}
    </ol>
  );
}

/** The graph to highlight. Its links are left out: the graph view derives them from the nodes. */
function toResultGraph(
  similar: readonly SimilarEntity[],
  chosenEntity: Parameters<typeof toGraphNode>[0] | undefined,
): GraphData {
  const similarNodes = similar.flatMap(({ entity, shared }) => [entity, ...shared]);
  const nodes = new Map(
    [...(chosenEntity ? [chosenEntity] : []), ...similarNodes].map((node) => [node.id, toGraphNode(node)]),
  );
  return { nodes: [...nodes.values()], links: [], truncated: false };
}
