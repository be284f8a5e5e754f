import type { JSX } from 'preact';
import { ChainDocument, type ChainQuery } from '../../generated/graphql.js';
import { useAnswer } from '../ask/use-answer.js';
import { AnswerState } from '../parts/answer-state.js';
import { EntityLink, type Named } from '../parts/entity-link.js';
import { nameOf, say } from '../words/say.js';
import { PageHead } from './page-head.js';

type Tier = ChainQuery['tiers']['nodes'][number];

/** The industry chain: the tiers in order, each with its segments and who works there. */
export function Chain(): JSX.Element {
  return (
    <div class="page">
      <PageHead title={say('view.chain')} intro={say('chain.intro')} />
      <AnswerState answer={useAnswer(ChainDocument, {})}>
        {({ tiers }) => (
          <ol class="chain">
            {tiers.nodes.map((tier) => (
              <TierBox key={tier.id} tier={tier} />
            ))}
          </ol>
        )}
      </AnswerState>
    </div>
  );
}

function TierBox({ tier }: { readonly tier: Tier }): JSX.Element {
  return (
    <li class="tier">
      <h3>
        <span class="tier-number">{tier.position}</span> <EntityLink entity={tier} />
      </h3>
      <ul class="segments">
        {tier.segments.nodes.map((segment) => (
          <li key={segment.id} class="segment">
            <EntityLink entity={segment} />
            <Chips entities={segment.companies.nodes} />
          </li>
        ))}
      </ul>
      {tier.companies.nodes.length > 0 && (
        <>
          <h4>{say('chain.companies')}</h4>
          <Chips entities={tier.companies.nodes} />
        </>
      )}
      {tier.feeds && <p class="feeds">{say('chain.feeds', { name: nameOf(tier.feeds) })}</p>}
    </li>
  );
}

function Chips({ entities }: { readonly entities: readonly Named[] }): JSX.Element {
  return (
    <div class="chips">
      {entities.map((entity) => (
        <EntityLink key={entity.id} entity={entity} />
      ))}
    </div>
  );
}
