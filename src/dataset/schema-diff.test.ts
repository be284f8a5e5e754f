import { describe, expect, it } from 'vitest';
import { parseModel } from '../model/read-model.js';
import { declareSchema } from './neo4j-schema.js';
import { isEmpty } from './diff.js';
import { type CurrentSchemaItem, diffSchema, parseSchema } from './schema-diff.js';

const modelText = `
"A company."
type Company @entity(plural: "companies") {
  "The companies that it owns."
  owns: [Company!]! @relationship(type: OWNS, direction: OUT)
  "The companies that own it."
  owners: [Company!]! @relationship(type: OWNS, direction: IN)
}
"The types of relation."
enum RelationType {
  "The company owns the other."
  OWNS @relation(from: [COMPANY], to: [COMPANY]) @phrase(en: "owns", inverse: "is owned by")
}`;
const declared = declareSchema(parseModel([{ name: 'company.graphql', text: modelText }]));
const noNames: ReadonlySet<string> = new Set();

/** The declared constraints and indexes as existing ones, some changed or missing. */
function createExisting(
  changes: Readonly<Record<string, Partial<CurrentSchemaItem> | undefined>> = {},
): CurrentSchemaItem[] {
  return declared.flatMap((item): CurrentSchemaItem[] => {
    if (item.name in changes && changes[item.name] === undefined) return [];
    const kind = item.type === 'UNIQUENESS' ? 'constraint' : 'index';
    return [{ ...item, kind, isFailed: false, ...changes[item.name] }];
  });
}

function changesOf(changes: Parameters<typeof createExisting>[0]): (readonly [string, readonly string[]])[] {
  const { added, changed, removed } = diffSchema(createExisting(changes), declared, noNames);
  expect([added, removed]).toEqual([[], []]);
  return changed.map(({ desired, fields }) => [desired.name, fields]);
}

describe('diffSchema', () => {
  it('returns no changes if all exist as declared, also with options that are not declared', () => {
    expect(isEmpty(diffSchema(createExisting(), declared, noNames))).toBe(true);
    const indexConfig = { 'fulltext.analyzer': 'whitespace', 'fulltext.eventually_consistent': false, 'new.option': 1 };
    expect(changesOf({ entity_search: { indexConfig } })).toEqual([]);
  });

  it('adds missing constraints and indexes', () => {
    const { added, changed, removed } = diffSchema(createExisting({ company_slug: undefined }), declared, noNames);
    expect([added.map(({ name }) => name), changed, removed]).toEqual([['company_slug'], [], []]);
  });

  it.each([
    ['entityType', 'company_slug', { entityType: 'RELATIONSHIP' }],
    ['labelsOrTypes', 'company_slug', { labelsOrTypes: ['Tool'] }],
    ['properties', 'company_slug', { properties: ['id'] }],
    ['properties', 'entity_search', { properties: ['searchWords', 'searchWholes', 'searchSummary'] }],
    ['type', 'company_name_key', { type: 'RANGE' }],
    ['type', 'company_slug', { kind: 'index', type: 'RANGE' }],
    ['indexConfig', 'entity_search', { indexConfig: { 'fulltext.analyzer': 'standard-no-stop-words' } }],
    ['state', 'company_sort_key', { isFailed: true }],
  ] as const)('changes an item with a declared name but a different %s: %s', (field, name, change) => {
    expect(changesOf({ [name]: change })).toEqual([[name, [field]]]);
  });

  it('accepts an index with the same definition and another name, except a full-text index', () => {
    const renamedItems = createExisting().map((item) => ({ ...item, name: `my_${item.name}` }));
    expect(diffSchema(renamedItems, declared, noNames).added.map(({ name }) => name)).toEqual(['entity_search']);
  });

  it('removes only items of an earlier load that are no longer declared', () => {
    const foreignItem = { ...createExisting()[0], kind: 'constraint', type: 'UNIQUENESS', entityType: 'NODE' } as const;
    const foreignItems = ['person_slug', 'user_id'].map((name): CurrentSchemaItem => {
      return { ...foreignItem, name, labelsOrTypes: ['Person'], properties: [name], indexConfig: {}, isFailed: false };
    });
    const current = [...createExisting(), ...foreignItems];
    const ownedNames = new Set(['company_slug', 'person_slug', 'gone_slug']);
    expect(isEmpty(diffSchema(current, declared, noNames))).toBe(true);
    expect(diffSchema(current, declared, ownedNames)).toMatchObject({
      added: [],
      changed: [],
      removed: [foreignItems[0]],
    });
  });
});

describe('parseSchema', () => {
  const row = { name: 'company_slug', entityType: 'NODE', labelsOrTypes: ['Company'], properties: ['slug'] };
  const index = { ...row, type: 'RANGE', options: { indexConfig: {} }, state: 'ONLINE', owningConstraint: null };

  it.each(['UNIQUENESS', 'NODE_PROPERTY_UNIQUENESS'])('parses the constraint type %s as UNIQUENESS', (type) => {
    expect(parseSchema([{ ...row, type }], [])).toMatchObject([{ kind: 'constraint', type: 'UNIQUENESS' }]);
  });

  it.each([
    ['FAILED', true],
    ['POPULATING', false],
    ['ONLINE', false],
  ])('derives from the state %s whether an index could not be built', (state, isFailed) => {
    expect(parseSchema([], [{ ...index, state }])).toMatchObject([{ isFailed }]);
  });

  it('omits the index of a constraint and keeps the lookup index', () => {
    const lookupIndex = { ...index, name: 'lookup', type: 'LOOKUP', labelsOrTypes: null, properties: null };
    const items = parseSchema([], [{ ...index, owningConstraint: 'company_slug' }, lookupIndex, index]);
    expect(items.map(({ name, kind }) => [name, kind])).toEqual([
      ['lookup', 'index'],
      ['company_slug', 'index'],
    ]);
  });
});
