import { z } from 'zod';
import { badInput } from '../../errors.js';
import type { Model } from '../../model/model.js';

/** The part of the graph to export. */
export interface ExportFilter {
  /** The labels of the entities to export, with the relations between them; all if absent. */
  readonly entityTypes?: readonly string[] | undefined;
  /** The types of the relations to export; all if absent. */
  readonly types?: readonly string[] | undefined;
  /** Maximum number of entities. */
  readonly limit: number;
}

/** Maximum number of entities in an export, and the default limit. */
const maxExportEntities = 10_000;

/**
 * Parses the query parameters of an export; equivalent queries have equal filters. Throws BAD_USER_INPUT if one is
 * invalid.
 */
export function parseExportFilter(model: Model, parameters: Readonly<Record<string, unknown>>): ExportFilter {
  const entityTypes = new Map(model.types.map(({ enumName, name }) => [enumName, name]));
  const relationTypes = new Map(model.relationTypes.map(({ name }) => [name, name]));
  const expectations: Record<string, string> = {
    entityTypes: `\`entityTypes\` must be a comma-separated list of ${joinNames(entityTypes)}`,
    types: `\`types\` must be a comma-separated list of ${joinNames(relationTypes)}`,
    limit: `\`limit\` must be a whole number from 1 to ${maxExportEntities}`,
  };
  const unknownName = Object.keys(parameters).find((name) => !Object.hasOwn(expectations, name));
  if (unknownName !== undefined) {
    throw badInput(
      `An export takes the parameters entityTypes, types and limit, but got \`${unknownName}\`. Leave it out.`,
    );
  }
  const query = z.strictObject({
    entityTypes: createListSchema(entityTypes),
    types: createListSchema(relationTypes),
    limit: limitSchema,
  });
  const result = query.safeParse(parameters);
  if (!result.success) {
    const name = String(result.error.issues[0]?.path[0]);
    throw badInput(
      `${expectations[name] ?? 'The parameters are not valid'}, but got ${JSON.stringify(parameters[name])}.`,
    );
  }
  return result.data;
}

const limitSchema = z
  .string()
  .regex(/^[0-9]{1,9}$/)
  .transform(Number)
  .pipe(z.number().min(1).max(maxExportEntities))
  .default(maxExportEntities);

// A parameter with commas or a repeated one, in any case; normalized to the order of the model's names.
function createListSchema(allowedNames: ReadonlyMap<string, string>) {
  return z
    .union([z.string(), z.array(z.string())])
    .transform((value) => [value].flat().flatMap((part) => part.toUpperCase().split(',')))
    .refine((names) => names.every((name) => allowedNames.has(name)))
    .transform((names) => [...allowedNames].filter(([name]) => names.includes(name)).map(([, label]) => label))
    .optional();
}

function joinNames(names: ReadonlyMap<string, string>): string {
  return [...names.keys()].join(', ');
}
