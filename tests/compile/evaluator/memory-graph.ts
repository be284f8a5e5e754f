import { graphOf } from '../../../src/dataset/graph-of.js';
import type { Dataset } from '../../../src/dataset/record.js';
import type { Properties } from '../../../src/dataset/graph-state.js';

type Value = string | number | boolean | readonly string[];

/** An entity as the data files have it, with the properties that the loader derives. */
export interface MemoryEntity {
  readonly kind: 'entity';
  readonly id: string;
  readonly type: string;
  readonly values: Readonly<Record<string, Value>>;
}

/** A relation as the data files have it. */
export interface MemoryRelation {
  readonly kind: 'relation';
  readonly id: string;
  readonly type: string;
  readonly from: MemoryEntity;
  readonly to: MemoryEntity;
  readonly values: Readonly<Record<string, Value>>;
}

/** A relation followed from one of its ends, and the entity at the other. */
export interface Step {
  readonly relation: MemoryRelation;
  readonly other: MemoryEntity;
}

/** Which way to follow relations. */
export type Way = 'OUT' | 'IN' | 'ANY';

/** All that the data files say, as plain arrays: whatever is asked is looked for by going through them. */
export class MemoryGraph {
  readonly entities: readonly MemoryEntity[];
  readonly relations: readonly MemoryRelation[];

  constructor(dataset: Dataset) {
    const { nodes, relations } = graphOf(dataset);
    this.entities = nodes
      .filter(({ labels }) => labels.includes('Entity'))
      .map(({ id, labels, properties }) => ({ kind: 'entity', id, type: typeOf(labels), values: plain(properties) }));
    this.relations = relations.map(({ id, type, from, to, properties }) => ({
      kind: 'relation',
      id,
      type,
      from: this.entity(from),
      to: this.entity(to),
      values: plain(properties),
    }));
  }

  /** The entities of one type. */
  ofType(type: string): readonly MemoryEntity[] {
    return this.entities.filter((entity) => entity.type === type);
  }

  /** The entity or relation with an id. */
  find(id: string): MemoryEntity | MemoryRelation | undefined {
    return [...this.entities, ...this.relations].find((one) => one.id === id);
  }

  /** The entity with an id, which must be there. */
  entity(id: string): MemoryEntity {
    const found = this.entities.find((one) => one.id === id);
    if (!found) throw new Error(`The data files must have ${id}.`);
    return found;
  }

  /** The relations of an entity, of one type or of all, followed one way or both. */
  steps(entity: MemoryEntity, way: Way, type?: string): Step[] {
    return this.relations.flatMap((relation) => {
      if (type !== undefined && relation.type !== type) return [];
      if (way !== 'IN' && relation.from === entity) return [{ relation, other: relation.to }];
      if (way !== 'OUT' && relation.to === entity) return [{ relation, other: relation.from }];
      return [];
    });
  }

  /** An entity, and by how many steps it reaches each of those it is inside of (OUT) or made of (IN). */
  reach(entity: MemoryEntity, way: Way, type: string): Map<MemoryEntity, number> {
    const reached = new Map([[entity, 0]]);
    for (const [member, distance] of reached) {
      for (const { other } of this.steps(member, way, type)) if (!reached.has(other)) reached.set(other, distance + 1);
    }
    return reached;
  }
}

function typeOf(labels: readonly string[]): string {
  return labels.find((label) => label !== 'Entity') ?? '';
}

function plain(properties: Properties): Record<string, Value> {
  return Object.fromEntries(
    Object.entries(properties).map(([name, value]) => [name, typeof value === 'bigint' ? Number(value) : value]),
  );
}
