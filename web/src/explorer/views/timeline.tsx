import type { JSX } from 'preact';
import { parseNodes, type ResponseEntity } from '../api/parse-response.js';
import { kindColor, palette } from '../graph/palette.js';
import type { ServedType } from '../model/served-model.js';
import { EntityLink } from '../components/entity-link.js';
import { typeTitle } from '../i18n/kinds.js';
import { nameOf, translate } from '../i18n/translate.js';
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
  readonly entity: ResponseEntity;
}

function TimelineBox({ type, fields: [fromField = '', toField = '', ...listFields], entity }: Properties): JSX.Element {
  const { values } = entity;
  const summary = summaryOf(entity);
  return (
    <li class="timeline-box">
      <p class="years">{yearsOf(values[fromField], values[toField])}</p>
      <h3>
        <EntityLink entity={entity} />
      </h3>
      {summary && <p>{summary}</p>}
      {listFields
        .map((name) => ({ name, entities: parseNodes(values[name]) }))
        .filter(({ entities }) => entities.length > 0)
        .map(({ name, entities }) => (
          <section key={name}>
            <h4>{typeTitle(targetOf(type, name), 'many')}</h4>
            <div class="chips">
              {entities.map((listed) => (
                <EntityLink key={listed.id} entity={listed} />
              ))}
            </div>
          </section>
        ))}
    </li>
  );
}

function summaryOf({ values: { summary, summaryZh } }: ResponseEntity): string | null {
  return typeof summary === 'string' && typeof summaryZh === 'string' ? nameOf({ en: summary, zh: summaryZh }) : null;
}

function yearsOf(from: unknown, to: unknown): string {
  if (typeof from === 'number') return typeof to === 'number' ? `${from}–${to}` : translate('timeline.from', { from });
  return typeof to === 'number' ? translate('timeline.until', { to }) : '';
}
