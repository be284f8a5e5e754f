import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse, print, visit, type ConstDirectiveNode } from 'graphql';
import { packageRoot } from '../../paths.js';
import type { Model } from '../model.js';
import { withDescription } from './text.js';

/** The first version with these directives, so that the supergraph may have any version of Apollo Federation 2. */
const link = 'extend schema @link(url: "https://specs.apollo.dev/federation/v2.0", import: ["@key", "@shareable"])';

/** Generates the SDL that extends the API to a subgraph: `_service`, `_entities` and their types. */
export function printSubgraphFields(model: Model): string {
  const types = [...model.types.map(({ name }) => name), 'Relation'];
  return [
    readFileSync(join(packageRoot, 'api', 'subgraph.graphql'), 'utf8'),
    withDescription('Anything that other subgraphs can refer to by a key.', `union _Entity = ${types.join(' | ')}`),
  ].join('\n');
}

/**
 * Converts the SDL of the API to the SDL for the composition of a supergraph: with the keys of entities and relations,
 * without the directives that only our compiler reads. PageInfo is shareable, because every subgraph with connections
 * defines it.
 */
export function printSubgraphSdl(model: Model, sdl: string): string {
  const directives = new Map([
    ...model.types.map(({ name }) => [name, parseDirectives('@key(fields: "id") @key(fields: "slug")')] as const),
    ['Relation', parseDirectives('@key(fields: "id")')],
    ['PageInfo', parseDirectives('@shareable')],
  ]);
  const document = visit(parse(sdl, { noLocation: true }), {
    DirectiveDefinition: () => null,
    Directive: ({ name }) => (name.value === 'deprecated' ? undefined : null),
    ObjectTypeDefinition: {
      leave: (node) => ({ ...node, directives: directives.get(node.name.value) ?? [] }),
    },
  });
  return `${link}\n\n${print(document)}\n`;
}

function parseDirectives(text: string): readonly ConstDirectiveNode[] {
  const [definition] = parse(`scalar Any ${text}`, { noLocation: true }).definitions;
  return definition && 'directives' in definition ? ((definition.directives ?? []) as ConstDirectiveNode[]) : [];
}
