import { z } from 'zod';
import { type EntityType, entityTypes } from '../../entity/entity-types.js';
import { badInput } from '../../errors.js';
import { type RelationType, relationTypes } from '../../relation/relation-types.js';

/** Which part of the graph to export. */
export interface ExportFilter {
  /** Only entities of these types, and the relations among them; absent for all. */
  readonly entityTypes?: readonly EntityType[];
  /** Only relations of these types; absent for all. */
  readonly types?: readonly RelationType[];
  /** At most so many entities. */
  readonly limit: number;
}

/** The most entities that one export holds; all of them where the client sets no limit. */
const exportLimit = 10_000;

const query = z.strictObject({
  entityTypes: listOf(entityTypes).optional(),
  types: listOf(relationTypes).optional(),
  limit: z
    .string()
    .regex(/^[0-9]{1,9}$/)
    .transform(Number)
    .pipe(z.number().min(1).max(exportLimit))
    .default(exportLimit),
});

const expected: Record<string, string> = {
  entityTypes: `\`entityTypes\` must be a list, separated by commas, of ${spelled(entityTypes)}`,
  types: `\`types\` must be a list, separated by commas, of ${spelled(relationTypes)}`,
  limit: `\`limit\` must be a whole number from 1 to ${exportLimit}`,
};

/** Reads the query parameters of an export; two queries that mean the same give equal filters. */
export function readExportFilter(parameters: Readonly<Record<string, unknown>>): ExportFilter {
  const unknown = Object.keys(parameters).find((name) => !Object.hasOwn(expected, name));
  if (unknown !== undefined) {
    throw badInput(
      `An export takes the parameters entityTypes, types and limit, but got \`${unknown}\`. Leave it out.`,
    );
  }
  const result = query.safeParse(parameters);
  if (!result.success) {
    const name = String(result.error.issues[0]?.path[0]);
    throw badInput(`${expected[name] ?? 'The parameters are not valid'}, but got ${JSON.stringify(parameters[name])}.`);
  }
  const { entityTypes: nodes, types, limit } = result.data;
  return { ...(nodes && { entityTypes: nodes }), ...(types && { types }), limit };
}

// Given once with commas or several times, in either case of letters; put in the order of the known names.
function listOf<T extends string>(known: readonly T[]) {
  return z
    .union([z.string(), z.array(z.string())])
    .transform((value) => [value].flat().flatMap((part) => part.toUpperCase().split(',')))
    .refine((names) => names.every((name) => known.some((candidate) => candidate.toUpperCase() === name)))
    .transform((names) => known.filter((candidate) => names.includes(candidate.toUpperCase())));
}

function spelled(names: readonly string[]): string {
  return names.map((name) => name.toUpperCase()).join(', ');
}
