import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { relationPhrase } from '../words/relations.js';
import { say } from '../words/say.js';
import { EntityLink } from './entity-link.js';
import { FactMarks, type MarkedFact } from './fact-marks.js';
import { Sources } from './sources.js';

interface Group {
  readonly key: string;
  readonly title: string;
  readonly facts: MarkedFact[];
}

const shownAtFirst = 6;

/** The facts about an entity, grouped by relation type and direction, each with its sources. */
export function FactGroups({ of, facts }: { readonly of: string; readonly facts: readonly MarkedFact[] }): JSX.Element {
  return (
    <>
      {groupsOf(of, facts).map((group) => (
        <FactGroup key={group.key} of={of} group={group} />
      ))}
    </>
  );
}

function FactGroup({ of, group: { title, facts } }: { readonly of: string; readonly group: Group }): JSX.Element {
  const [isOpen, setOpen] = useState(false);
  const shown = isOpen ? facts : facts.slice(0, shownAtFirst);
  return (
    <section class="facts">
      <h3>
        {title} <small>{facts.length}</small>
      </h3>
      <ul>
        {shown.map((fact) => (
          <li key={fact.id} class={`fact fact-${fact.status}`} data-id={fact.id}>
            <EntityLink entity={fact.source === of ? fact.to : fact.from} /> <Sources citations={fact.citations} />
            <FactMarks fact={fact} />
          </li>
        ))}
      </ul>
      {facts.length > shownAtFirst && (
        <button type="button" class="quiet" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
          {isOpen ? say('less') : say('more', { count: facts.length - shownAtFirst })}
        </button>
      )}
    </section>
  );
}

/** Groups the facts, the smallest group first: rare facts are the most informative. */
function groupsOf(of: string, facts: readonly MarkedFact[]): Group[] {
  const groups = new Map<string, Group>();
  for (const fact of facts) {
    const seenFrom = fact.source === of ? 'start' : 'end';
    const key = `${fact.type} ${seenFrom}`;
    const group = groups.get(key) ?? { key, title: relationPhrase(fact.type, seenFrom), facts: [] };
    group.facts.push(fact);
    groups.set(key, group);
  }
  return [...groups.values()].sort((one, other) => one.facts.length - other.facts.length);
}
