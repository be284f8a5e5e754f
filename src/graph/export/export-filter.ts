import { z } from 'zod';
import { badInput } from '../../errors.js';
import type { Model } from '../../model/model.js';

/** The part of the graph to export. */
export interface ExportFilter {
  /** The labels of the entities to export, with the relations between them; all if absent. */
  readonly entityTypes?: readonly string[];
  /** The types of the relations to export; all if absent. */
  readonly types?: readonly string[];
  /** Maximum number of entities. */
  readonly limit: number;
}

/** Maximum number of entities in an export, and the default limit. */
const exportLimit = 10_000;

/**
 * Parses the query parameters of an export; equivalent queries have equal filters. Throws BAD_USER_INPUT if one is
 * invalid.
 */
export function readExportFilter(model: Model, parameters: Readonly<Record<string, unknown>>): ExportFilter {
  const entityTypes = new Map(model.types.map(({ enumName, name }) => [enumName, name]));
  const relationTypes = new Map(model.relationTypes.map(({ name }) => [name, name]));
  const expected: Record<string, string> = {
    entityTypes: `\`entityTypes\` must be a comma-separated list of ${spelled(entityTypes)}`,
    types: `\`types\` must be a comma-separated list of ${spelled(relationTypes)}`,
    limit: `\`limit\` must be a whole number from 1 to ${exportLimit}`,
  };
  const unknown = Object.keys(parameters).find((name) => !Object.hasOwn(expected, name));
  if (unknown !== undefined) {
    throw badInput(
      `An export takes the parameters entityTypes, types and limit, but got \`${unknown}\`. Leave it out.`,
    );
  }
  const query = z.strictObject({ entityTypes: listOf(entityTypes), types: listOf(relationTypes), limit });
  const result = query.safeParse(parameters);
  if (!result.success) {
    const name = String(result.error.issues[0]?.path[0]);
    throw badInput(`${expected[name] ?? 'The parameters are not valid'}, but got ${JSON.stringify(parameters[name])}.`);
  }
  const { entityTypes: nodes, types, limit: most } = result.data;
  return { ...(nodes && { entityTypes: nodes }), ...(types && { types }), limit: most };
}

const limit = z
  .string()
  .regex(/^[0-9]{1,9}$/)
  .transform(Number)
  .pipe(z.number().min(1).max(exportLimit))
  .default(exportLimit);

// A parameter with commas or a repeated one, in any case; normalized to the order of the model's names.
function listOf(known: ReadonlyMap<string, string>) {
  return z
    .union([z.string(), z.array(z.string())])
    .transform((value) => [value].flat().flatMap((part) => part.toUpperCase().split(',')))
    .refine((names) => names.every((name) => known.has(name)))
    .transform((names) => [...known].filter(([name]) => names.includes(name)).map(([, label]) => label))
    .optional();
}

function spelled(names: ReadonlyMap<string, string>): string {
  return [...names.keys()].join(', ');
}
