import { expect, it } from 'vitest';
import { serveApi } from '../setup/api.js';
import { sharedNeo4j } from '../setup/databases.js';

const neo4j = sharedNeo4j();
const api = serveApi(() => neo4j.database);

const inSwitzerland = (where: string): string => `{ companies(where: { locatedIn: ${where} }) { nodes { slug } } }`;
const makersOfGrover = (where: string): string =>
  `{ tool(slug: "grover") { companies(where: ${where}) { nodes { slug } } } }`;
it.each([
  [
    'an alternative with a status',
    inSwitzerland('{ or: [{ slug: { eq: "switzerland" } }, { status: [UNCHECKED], slug: { eq: "zzz" } }] }'),
    ['inpher'],
  ],
  [
    'an alternative with a status that includes them',
    inSwitzerland('{ or: [{ slug: { eq: "switzerland" } }, { status: [REFUTED], slug: { eq: "switzerland" } }] }'),
    ['hugging-face', 'inpher'],
  ],
  [
    'a status in a negation',
    inSwitzerland('{ slug: { eq: "switzerland" }, not: { status: [UNCHECKED], slug: { eq: "zzz" } } }'),
    ['inpher'],
  ],
  [
    'a status next to the alternatives',
    inSwitzerland('{ status: [REFUTED], or: [{ slug: { eq: "switzerland" } }, { status: [UNCHECKED] }] }'),
    ['hugging-face'],
  ],
  [
    'a status in an `and` next to the alternatives',
    inSwitzerland(
      '{ and: [{ status: [REFUTED] }, { or: [{ slug: { eq: "switzerland" } }, { status: [UNCHECKED] }] }] }',
    ),
    ['hugging-face'],
  ],
  [
    'an alternative without conditions',
    inSwitzerland('{ slug: { eq: "switzerland" }, or: [{}, { status: [REFUTED] }] }'),
    ['inpher'],
  ],
  [
    'a list, and an alternative with a status',
    makersOfGrover('{ or: [{ name: { eq: "IBM" } }, { status: [CONFIRMED], name: { eq: "zzz" } }] }'),
    [],
  ],
  [
    'a list, and an alternative with a status that includes them',
    makersOfGrover('{ or: [{ name: { eq: "zzz" } }, { status: [REFUTED], name: { eq: "IBM" } }] }'),
    ['ibm'],
  ],
  [
    'a list, and the negation of another status',
    makersOfGrover('{ name: { eq: "IBM" }, not: { status: [CONFIRMED] } }'),
    [],
  ],
])('Refuted relations count where a status includes them, and nowhere else: %s', async (_, query, expected) => {
  const slugs = [...JSON.stringify(await api.query(query)).matchAll(/"slug":"([^"]+)"/g)].map(([, slug]) => slug);
  expect(slugs.toSorted()).toEqual(expected);
});
