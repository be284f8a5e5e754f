import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { relationPhrase } from '../i18n/relations.js';
import { translate } from '../i18n/translate.js';
import { EntityLink } from './entity-link.js';
import { FactMarks, type MarkedFact } from './fact-marks.js';
import { Sources } from './sources.js';

interface Group {
  readonly key: string;
  readonly title: string;
  readonly facts: MarkedFact[];
}

const maxCollapsedFacts = 6;

/** The facts about an entity, grouped by relation type and direction, each with its sources. */
export function FactGroups({
  entityId,
  facts,
}: {
  readonly entityId: string;
  readonly facts: readonly MarkedFact[];
}): JSX.Element {
  return (
    <>
      {groupFacts(entityId, facts).map((group) => (
        <FactGroup key={group.key} entityId={entityId} group={group} />
      ))}
    </>
  );
}

interface FactProperties {
  readonly entityId: string;
  readonly fact: MarkedFact;
}

function FactItem({ entityId, fact }: FactProperties): JSX.Element {
  return (
    <li class={`fact fact-${fact.status}`} data-id={fact.id}>
      <EntityLink entity={fact.source === entityId ? fact.to : fact.from} /> <Sources citations={fact.citations} />
      <FactMarks fact={fact} />
    </li>
  );
}

function FactGroup({
  entityId,
  group: { title, facts },
}: {
  readonly entityId: string;
  readonly group: Group;
}): JSX.Element {
  const [isOpen, setOpen] = useState(false);
  const visibleFacts = isOpen ? facts : facts.slice(0, maxCollapsedFacts);
  return (
    <section class="facts">
      <h3>
        {title} <small>{facts.length}</small>
      </h3>
      <ul>
        {visibleFacts.map((fact) => (
          <FactItem key={fact.id} entityId={entityId} fact={fact} />
        ))}
      </ul>
      {facts.length > maxCollapsedFacts && (
        <button type="button" class="quiet" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
          {isOpen ? translate('less') : translate('more', { count: facts.length - maxCollapsedFacts })}
        </button>
      )}
    </section>
  );
}

/** Groups the facts, the smallest group first: rare facts are the most informative. */
function groupFacts(entityId: string, facts: readonly MarkedFact[]): Group[] {
  const groups = new Map<string, Group>();
  for (const fact of facts) {
    const perspective = fact.source === entityId ? 'start' : 'end';
    const key = `${fact.type} ${perspective}`;
    const group = groups.get(key) ?? { key, title: relationPhrase(fact.type, perspective), facts: [] };
    group.facts.push(fact);
    groups.set(key, group);
  }
  return [...groups.values()].sort((a, b) => a.facts.length - b.facts.length);
}
