import type { JSX } from 'preact';
import { PlacesDocument, type PlacesQuery } from '../../generated/graphql.js';
import { useAnswer } from '../ask/use-answer.js';
import { AnswerState } from '../parts/answer-state.js';
import { EntityLink } from '../parts/entity-link.js';
import { StatusMark } from '../parts/status-mark.js';
import { say } from '../words/say.js';
import { PageHead } from './page-head.js';

type Region = PlacesQuery['regions']['nodes'][number];

/** The companies by continent, country and city. */
export function Places(): JSX.Element {
  return (
    <div class="page">
      <PageHead title={say('view.places')} intro={say('places.intro')} />
      <AnswerState answer={useAnswer(PlacesDocument, {})}>
        {({ regions: { nodes } }) => (
          <div class="places">
            {partsOf(null, nodes).map((region) => (
              <RegionBox key={region.id} region={region} all={nodes} level={3} />
            ))}
          </div>
        )}
      </AnswerState>
    </div>
  );
}

interface Properties {
  readonly region: Region;
  readonly all: readonly Region[];
  readonly level: 3 | 4 | 5;
}

function RegionBox({ region, all, level }: Properties): JSX.Element {
  const Heading = `h${level}` as const;
  const { edges } = region.companies;
  const count = companiesIn(region, all);
  return (
    <section class={`region region-${region.level}`}>
      <Heading>
        <EntityLink entity={region} /> {count > 0 && <small>{say('places.count', { count })}</small>}
      </Heading>
      {edges.length > 0 && (
        <ul class="chips">
          {edges.map(({ node, relation }) => (
            <li key={node.id} class={`fact-${relation?.status ?? 'UNCHECKED'}`}>
              <EntityLink entity={node} /> <StatusMark status={relation?.status} />
            </li>
          ))}
        </ul>
      )}
      <div class="parts">
        {partsOf(region.id, all).map((part) => (
          <RegionBox key={part.id} region={part} all={all} level={level === 3 ? 4 : 5} />
        ))}
      </div>
    </section>
  );
}

/** The regions of a region, those with most companies first. */
function partsOf(id: string | null, all: readonly Region[]): Region[] {
  return all
    .filter(({ parent }) => (parent?.id ?? null) === id)
    .sort((one, other) => companiesIn(other, all) - companiesIn(one, all));
}

/** How many companies are in a region or its parts; places found to be wrong do not count. */
function companiesIn(region: Region, all: readonly Region[]): number {
  return companyIds(region, all).size;
}

function companyIds(region: Region, all: readonly Region[]): Set<string> {
  const own = region.companies.edges
    .filter(({ relation }) => relation?.status !== 'REFUTED')
    .map(({ node }) => node.id);
  const inner = all.filter(({ parent }) => parent?.id === region.id).flatMap((part) => [...companyIds(part, all)]);
  return new Set([...own, ...inner]);
}
