import { z } from 'zod';
import { buildJsonSchemas } from '../src/dataset/json-schema/json-schemas.js';
import { datasetFile } from '../src/dataset/data-files.js';
import { capitalize } from '../src/model/expand/text.js';
import type { Model } from '../src/model/model.js';
import { camelCase } from '../src/model/names.js';

const schemaPart = z.object({
  description: z.string().optional(),
  $ref: z.string().optional(),
  type: z.enum(['object', 'array', 'string', 'number', 'integer', 'boolean']).optional(),
  enum: z.array(z.string()).optional(),
  properties: z.record(z.string(), z.unknown()).default({}),
  required: z.array(z.string()).default([]),
  items: z.unknown().optional(),
  definitions: z.record(z.string(), z.unknown()).default({}),
});
type Part = z.infer<typeof schemaPart>;

/** Generates the TypeScript types of the records of a model's data files from their JSON Schemas. */
export function printRecordTypes(model: Model): string {
  const schemas = buildJsonSchemas(model);
  const partOf = (file: string): Part => schemaPart.parse(schemas.get(`${file}.schema.json`));
  const shared = Object.entries(partOf('common').definitions).filter(([, part]) => isValue(part));
  return [
    '// Written by `npm run publish:schema`: change the model in schema/ instead.',
    ...shared.map(([name, part]) => printDeclaration(capitalize(name), part)),
    printDeclaration('DatasetRecord', partOf(datasetFile)),
    ...model.types.map(({ name, file }) => printListDeclaration(`${name}Record`, partOf(file))),
    ...model.relationTypes.map(({ name, file }) =>
      printListDeclaration(`${capitalize(camelCase(name))}Relation`, partOf(file)),
    ),
  ].join('\n\n');
}

/** Declares the type of a list's items, with the description of the list. */
function printListDeclaration(name: string, { description, items }: Part): string {
  return printDeclaration(name, { ...schemaPart.parse(items), description });
}

function printDeclaration(name: string, part: unknown): string {
  const start = isObject(part) ? `interface ${name} ` : `type ${name} = `;
  return `${printComment(part)}export ${start}${printType(part)}`;
}

/** Whether a part of a schema defines a type of values, not a combination of other parts. */
function isValue(part: unknown): boolean {
  const { type, enum: values } = schemaPart.parse(part);
  return (type ?? values) !== undefined;
}

function printType(part: unknown): string {
  const { $ref, type, enum: values, items, ...object } = schemaPart.parse(part);
  if ($ref !== undefined) return capitalize($ref.slice($ref.lastIndexOf('/') + 1));
  if (values !== undefined) return values.map((value) => `'${value}'`).join(' | ');
  if (type === 'array') return `readonly ${isObject(items) ? `(${printType(items)})` : printType(items)}[]`;
  if (type !== 'object') return type === 'integer' ? 'number' : String(type);
  const fields = Object.entries(object.properties).map(([name, field]) => {
    const mark = object.required.includes(name) ? '' : '?';
    return `${printComment(field)}readonly ${name}${mark}: ${printType(field)};`;
  });
  return `{\n${fields.join('\n')}\n}`;
}

function isObject(part: unknown): boolean {
  return schemaPart.parse(part).type === 'object';
}

function printComment(part: unknown): string {
  const { description } = schemaPart.parse(part);
  return description === undefined ? '' : `/** ${description.replaceAll('*/', '* /')} */\n`;
}
