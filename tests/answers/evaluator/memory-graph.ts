import { projectModel } from '../../../src/model/project-model.js';
import { buildGraph } from '../../../src/dataset/build-graph.js';
import type { Dataset, EntityRecord, RelationRecord } from '../../../src/dataset/record.js';
import type { Properties } from '../../../src/dataset/graph-state.js';

type Value = string | number | boolean | readonly string[];

/** The properties of a node or relation. */
export type Values = Readonly<Record<string, Value>>;

/** An entity of the data files, with the properties that the loader derives. */
export interface MemoryEntity {
  readonly kind: 'entity';
  readonly id: string;
  readonly type: string;
  readonly values: Values;
}

/** A relation of the data files. */
export interface MemoryRelation {
  readonly kind: 'relation';
  readonly id: string;
  readonly type: string;
  readonly from: MemoryEntity;
  readonly to: MemoryEntity;
  readonly values: Values;
}

/** A relation followed from one of its ends, and the entity at its other end. */
export interface Step {
  readonly relation: MemoryRelation;
  readonly other: MemoryEntity;
}

/** The direction in which to follow relations. */
export type Direction = 'OUT' | 'IN' | 'ANY';

/** The graph of the data files in memory, as arrays that the evaluator searches linearly. */
export class MemoryGraph {
  /** The properties of the Dataset node. */
  readonly about: Values;
  readonly entities: readonly MemoryEntity[];
  readonly relations: readonly MemoryRelation[];
  private readonly byId: ReadonlyMap<string, MemoryEntity | MemoryRelation>;
  /** The ids of the entities that others were merged into, by the ids of the others. */
  private readonly currentIds: ReadonlyMap<string, string>;
  private readonly records: ReadonlyMap<string, EntityRecord | RelationRecord>;
  private readonly relationsByEntity: ReadonlyMap<MemoryEntity, readonly MemoryRelation[]>;

  constructor(dataset: Dataset) {
    const { nodes, relations } = buildGraph(projectModel(), dataset);
    this.about = toPlainValues(nodes.find(({ id }) => id === 'Dataset')?.properties ?? {});
    this.entities = nodes
      .filter(({ labels }) => labels.includes('Entity'))
      .map(({ id, labels, properties }) => ({
        kind: 'entity',
        id,
        type: typeOf(labels),
        values: toPlainValues(properties),
      }));
    const entities = new Map(this.entities.map((entity) => [entity.id, entity]));
    this.relations = relations.map(({ id, type, from, to, properties }) => ({
      kind: 'relation',
      id,
      type,
      from: entityOf(entities, from),
      to: entityOf(entities, to),
      values: toPlainValues(properties),
    }));
    this.byId = new Map([...this.entities, ...this.relations].map((node) => [node.id, node]));
    this.relationsByEntity = groupByEntity(this.relations);
    this.records = new Map([...dataset.entities, ...dataset.relations].map((record) => [record.id, record]));
    this.currentIds = new Map(
      dataset.entities.flatMap(({ id, fields }) => (fields.formerIds ?? []).map((formerId) => [formerId, id] as const)),
    );
  }

  /** Returns the fields of an entity or relation as its data file has them. */
  fieldsOf({ id }: MemoryEntity | MemoryRelation): EntityRecord['fields'] | RelationRecord['fields'] {
    const record = this.records.get(id);
    if (!record) throw new Error(`Expected the record ${id} in the data files.`);
    return record.fields;
  }

  /** Returns the entities of a type. */
  ofType(type: string): readonly MemoryEntity[] {
    return this.entities.filter((entity) => entity.type === type);
  }

  /** Returns the entity or relation with an id, or the entity that one with this id was merged into. */
  find(id: string): MemoryEntity | MemoryRelation | undefined {
    return this.byId.get(this.currentIds.get(id) ?? id);
  }

  /** Follows the relations of an entity in a direction; of one type, or of all types by default. */
  steps(entity: MemoryEntity, direction: Direction, type?: string): Step[] {
    return (this.relationsByEntity.get(entity) ?? []).flatMap((relation): Step[] => {
      if (type !== undefined && relation.type !== type) return [];
      if (direction !== 'IN' && relation.from === entity) return [{ relation, other: relation.to }];
      if (direction !== 'OUT' && relation.to === entity) return [{ relation, other: relation.from }];
      return [];
    });
  }

  /** Like `steps`, but without refuted relations, which do not count. */
  countedSteps(entity: MemoryEntity, direction: Direction, type?: string): Step[] {
    return this.steps(entity, direction, type).filter(({ relation }) => relation.values['status'] !== 'REFUTED');
  }

  /**
   * Returns the entity and all that it transitively reaches by relations of a type that are not refuted, each with its
   * distance in hops.
   */
  distancesFrom(entity: MemoryEntity, direction: Direction, type: string): Map<MemoryEntity, number> {
    const distances = new Map([[entity, 0]]);
    for (const [current, distance] of distances) {
      for (const { other } of this.countedSteps(current, direction, type))
        if (!distances.has(other)) distances.set(other, distance + 1);
    }
    return distances;
  }
}

function entityOf(entities: ReadonlyMap<string, MemoryEntity>, id: string): MemoryEntity {
  const entity = entities.get(id);
  if (!entity) throw new Error(`Expected the entity ${id} in the data files.`);
  return entity;
}

function groupByEntity(relations: readonly MemoryRelation[]): Map<MemoryEntity, MemoryRelation[]> {
  const relationsByEntity = new Map<MemoryEntity, MemoryRelation[]>();
  for (const relation of relations) {
    for (const end of new Set([relation.from, relation.to]))
      relationsByEntity.set(end, [...(relationsByEntity.get(end) ?? []), relation]);
  }
  return relationsByEntity;
}

function typeOf(labels: readonly string[]): string {
  return labels.find((label) => label !== 'AigcAtlas' && label !== 'Entity') ?? '';
}

function toPlainValues(properties: Properties): Values {
  return Object.fromEntries(
    Object.entries(properties).map(([name, value]) => [name, typeof value === 'bigint' ? Number(value) : value]),
  );
}
