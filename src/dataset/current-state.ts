import { z } from 'zod';
import type { Row } from '../neo4j/database.js';
import type { PropertyValue } from './graph-state.js';

/** A property value of a type that this project never writes. It differs from every desired value. */
export interface ForeignValue {
  readonly foreignType: string;
}

/** The properties of a node or relation as stored in Neo4j, by name. */
export type CurrentProperties = Readonly<Record<string, PropertyValue | ForeignValue>>;

/** A node of this project as stored in Neo4j. Its `key` is its element id. */
export interface CurrentNode {
  readonly key: string;
  readonly labels: readonly string[];
  readonly properties: CurrentProperties;
}

/** A relation of this project as stored in Neo4j. Its `key` and ends are element ids. */
export interface CurrentRelation {
  readonly key: string;
  readonly type: string;
  readonly from: string;
  readonly to: string;
  readonly properties: CurrentProperties;
}

/** The nodes and relations of this project as stored in Neo4j, valid or not. */
export interface CurrentState {
  readonly nodes: readonly CurrentNode[];
  readonly relations: readonly CurrentRelation[];
}

const sharedColumns = {
  key: z.string(),
  properties: z.record(z.string(), z.unknown()),
  types: z.array(z.tuple([z.string(), z.string()])),
};
const nodeRow = z.object({ ...sharedColumns, labels: z.array(z.string()) });
const relationRow = z.object({ ...sharedColumns, type: z.string(), from: z.string(), to: z.string() });

/** Parses the rows of the statements read-nodes and read-relations. */
export function parseState(nodes: readonly Row[], relations: readonly Row[]): CurrentState {
  return {
    nodes: nodes.map((row) => {
      const { types, properties, ...node } = nodeRow.parse(row);
      return { ...node, properties: decodeProperties(properties, types) };
    }),
    relations: relations.map((row) => {
      const { types, properties, ...relation } = relationRow.parse(row);
      return { ...relation, properties: decodeProperties(properties, types) };
    }),
  };
}

function decodeProperties(values: Record<string, unknown>, types: readonly [string, string][]): CurrentProperties {
  return Object.fromEntries(types.map(([name, type]) => [name, decodeValue(values[name], type)]));
}

/** The driver returns integers and floats as numbers; the Neo4j type distinguishes them. */
function decodeValue(value: unknown, type: string): PropertyValue | ForeignValue {
  if (typeof value === 'string' && type.startsWith('STRING')) return value;
  if (typeof value === 'boolean') return value;
  if (typeof value === 'number' && type.startsWith('FLOAT')) return value;
  if (typeof value === 'number' && type.startsWith('INTEGER') && Number.isSafeInteger(value)) return BigInt(value);
  const textList = z.array(z.string()).safeParse(value);
  return textList.success && /^LIST<(STRING|NOTHING)/.test(type) ? textList.data : { foreignType: type };
}
