import type { JSX } from 'preact';
import { TimelineDocument, type TimelineQuery } from '../../generated/graphql.js';
import { useAnswer } from '../ask/use-answer.js';
import { AnswerState } from '../parts/answer-state.js';
import { EntityLink, type Named } from '../parts/entity-link.js';
import { kindName, type Kind } from '../words/kinds.js';
import { language } from '../words/language.js';
import { say } from '../words/say.js';
import { PageHead } from './page-head.js';

type Stage = TimelineQuery['stages']['nodes'][number];

/** The stages in order, each with what emerged in it. */
export function Timeline(): JSX.Element {
  return (
    <div class="page">
      <PageHead title={say('view.timeline')} intro={say('timeline.intro')} />
      <AnswerState answer={useAnswer(TimelineDocument, { lang: language.api.value })}>
        {({ stages }) => (
          <ol class="timeline">
            {stages.nodes.map((stage) => (
              <StageBox key={stage.id} stage={stage} />
            ))}
          </ol>
        )}
      </AnswerState>
    </div>
  );
}

function StageBox({ stage }: { readonly stage: Stage }): JSX.Element {
  const groups: readonly (readonly [Kind, readonly Named[]])[] = [
    ['Technique', stage.techniques.nodes],
    ['Tool', stage.tools.nodes],
    ['Industry', stage.industries.nodes],
    ['Challenge', stage.challenges.nodes],
  ];
  return (
    <li class="stage-box">
      <p class="years">{yearsOf(stage)}</p>
      <h3>
        <EntityLink entity={stage} />
      </h3>
      {stage.summary && <p>{stage.summary}</p>}
      {groups
        .filter(([, entities]) => entities.length > 0)
        .map(([kind, entities]) => (
          <section key={kind}>
            <h4>{kindName(kind, 'many')}</h4>
            <div class="chips">
              {entities.map((entity) => (
                <EntityLink key={entity.id} entity={entity} />
              ))}
            </div>
          </section>
        ))}
    </li>
  );
}

function yearsOf({ fromYear, toYear }: Stage): string {
  const from = fromYear ?? null;
  const to = toYear ?? null;
  if (from !== null && to !== null) return `${from}–${to}`;
  if (from !== null) return say('timeline.from', { from });
  return to === null ? '' : say('timeline.until', { to });
}
