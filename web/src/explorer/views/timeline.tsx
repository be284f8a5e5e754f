import type { JSX } from 'preact';
import { nodesIn, type FoundEntity } from '../ask/answer-parts.js';
import { kindColor, palette } from '../graph/palette.js';
import type { ServedType } from '../model/served-model.js';
import { EntityLink } from '../parts/entity-link.js';
import { titleOf } from '../words/kinds.js';
import { nameOf, say } from '../words/say.js';
import { targetOf, type ArrangementProperties } from './arrangement.js';

/** A timeline of entities. Fields: the first year, the last year, and any number of lists. */
export function Timeline({ type, fields, entities }: ArrangementProperties): JSX.Element {
  return (
    <ol class="timeline" style={{ '--dot': kindColor(palette.value, type.typeName) }}>
      {entities.map((entity) => (
        <TimelineBox key={entity.id} type={type} fields={fields} entity={entity} />
      ))}
    </ol>
  );
}

interface Properties {
  readonly type: ServedType;
  readonly fields: readonly string[];
  readonly entity: FoundEntity;
}

function TimelineBox({ type, fields: [from = '', to = '', ...lists], entity }: Properties): JSX.Element {
  const { own } = entity;
  const summary = summaryOf(entity);
  return (
    <li class="timeline-box">
      <p class="years">{yearsOf(own[from], own[to])}</p>
      <h3>
        <EntityLink entity={entity} />
      </h3>
      {summary && <p>{summary}</p>}
      {lists
        .map((name) => ({ name, entities: nodesIn(own[name]) }))
        .filter(({ entities }) => entities.length > 0)
        .map(({ name, entities }) => (
          <section key={name}>
            <h4>{titleOf(targetOf(type, name), 'many')}</h4>
            <div class="chips">
              {entities.map((each) => (
                <EntityLink key={each.id} entity={each} />
              ))}
            </div>
          </section>
        ))}
    </li>
  );
}

function summaryOf({ own: { summary, summaryZh } }: FoundEntity): string | null {
  return typeof summary === 'string' && typeof summaryZh === 'string' ? nameOf({ en: summary, zh: summaryZh }) : null;
}

function yearsOf(from: unknown, to: unknown): string {
  if (typeof from === 'number') return typeof to === 'number' ? `${from}–${to}` : say('timeline.from', { from });
  return typeof to === 'number' ? say('timeline.until', { to }) : '';
}
