import type { ErrorObject } from 'ajv';
import { problemAt, formatValue, type Problem } from './problem.js';
import type { FieldPath, RecordSource } from './record.js';

/** Converts the JSON Schema errors of one record into problems. */
export function toProblems(
  record: { readonly id: string; readonly source: RecordSource },
  errors: readonly ErrorObject[],
): Problem[] {
  return errors
    .filter(({ keyword }) => keyword !== 'if')
    .map((error) => {
      const path = [...pathOf(error), ...namedFieldOf(error)];
      return problemAt(record, path, describeExpectation(error), describeFinding(error));
    });
}

function pathOf({ instancePath }: ErrorObject): FieldPath {
  const parts = instancePath.split('/').slice(1);
  return parts.map((part) => (/^\d+$/.test(part) ? Number(part) : part.replaceAll('~1', '/').replaceAll('~0', '~')));
}

function namedFieldOf({ keyword, params }: ErrorObject): FieldPath {
  if (keyword === 'required') return [String(params['missingProperty'])];
  if (keyword === 'additionalProperties') return [String(params['additionalProperty'])];
  return [];
}

function describeExpectation({ keyword, params, parentSchema, message }: ErrorObject): string {
  const description: unknown = parentSchema?.['description'];
  const described = typeof description === 'string' ? ` (${description})` : '';
  switch (keyword) {
    case 'required':
      return `this field${described}`;
    case 'additionalProperties':
      return `only the fields ${joinNames(parentSchema?.['properties'])}`;
    case 'enum':
      return `one of ${joinNames(params['allowedValues'])}`;
    case 'const':
      return `${formatValue(params['allowedValue'])}${described}`;
    case 'not':
      return `nothing here${described}`;
    case 'type':
      return `a value of type ${String(params['type'])}${described}`;
    case 'pattern':
      return typeof description === 'string' ? description : `a text matching ${String(params['pattern'])}`;
    default:
      return `a value that ${message ?? 'the schema allows'}${described}`;
  }
}

function joinNames(value: unknown): string {
  if (Array.isArray(value)) return value.map(String).join(', ');
  return typeof value === 'object' && value !== null ? Object.keys(value).join(', ') : '';
}

function describeFinding({ keyword, data, params }: ErrorObject): string {
  if (keyword === 'required') return 'nothing';
  if (keyword === 'additionalProperties') return `the field "${String(params['additionalProperty'])}"`;
  return formatValue(data);
}
