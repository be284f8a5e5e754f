import { z } from 'zod';
import { badInput } from '../../errors.js';
import type { Model } from '../../model/model.js';

/** Which part of the graph to export. */
export interface ExportFilter {
  /** Only entities with these labels, and the relations among them; absent for all. */
  readonly entityTypes?: readonly string[];
  /** Only relations of these types; absent for all. */
  readonly types?: readonly string[];
  /** At most so many entities. */
  readonly limit: number;
}

/** The most entities that one export holds; all of them where the client sets no limit. */
const exportLimit = 10_000;

/** Reads the query parameters of an export; two queries that mean the same give equal filters. */
export function readExportFilter(model: Model, parameters: Readonly<Record<string, unknown>>): ExportFilter {
  const entityTypes = new Map(model.types.map(({ enumName, name }) => [enumName, name]));
  const relationTypes = new Map(model.relationTypes.map(({ name }) => [name, name]));
  const expected: Record<string, string> = {
    entityTypes: `\`entityTypes\` must be a list, separated by commas, of ${spelled(entityTypes)}`,
    types: `\`types\` must be a list, separated by commas, of ${spelled(relationTypes)}`,
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

// Given once with commas or several times, in either case of letters; put in the order of the known names.
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
