import type { ErrorObject } from 'ajv';
import { problemAt, show, type Problem } from './problem.js';
import type { FieldPath, RecordSource } from './record.js';

/** Converts the JSON Schema errors of one record into problems. */
export function schemaProblems(
  record: { readonly id: string; readonly source: RecordSource },
  errors: readonly ErrorObject[],
): Problem[] {
  return errors
    .filter(({ keyword }) => keyword !== 'if')
    .map((error) => {
      const path = [...pathOf(error), ...namedField(error)];
      return problemAt(record, path, expectation(error), finding(error));
    });
}

function pathOf({ instancePath }: ErrorObject): FieldPath {
  const parts = instancePath.split('/').slice(1);
  return parts.map((part) => (/^\d+$/.test(part) ? Number(part) : part.replaceAll('~1', '/').replaceAll('~0', '~')));
}

function namedField({ keyword, params }: ErrorObject): FieldPath {
  if (keyword === 'required') return [String(params['missingProperty'])];
  if (keyword === 'additionalProperties') return [String(params['additionalProperty'])];
  return [];
}

function expectation({ keyword, params, parentSchema, message }: ErrorObject): string {
  const description: unknown = parentSchema?.['description'];
  const described = typeof description === 'string' ? ` (${description})` : '';
  switch (keyword) {
    case 'required':
      return `this field${described}`;
    case 'additionalProperties':
      return `only the fields ${namesIn(parentSchema?.['properties'])}`;
    case 'enum':
      return `one of ${namesIn(params['allowedValues'])}`;
    case 'const':
      return `${show(params['allowedValue'])}${described}`;
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

function namesIn(found: unknown): string {
  if (Array.isArray(found)) return found.map(String).join(', ');
  return typeof found === 'object' && found !== null ? Object.keys(found).join(', ') : '';
}

function finding({ keyword, data, params }: ErrorObject): string {
  if (keyword === 'required') return 'nothing';
  if (keyword === 'additionalProperties') return `the field "${String(params['additionalProperty'])}"`;
  return show(data);
}
