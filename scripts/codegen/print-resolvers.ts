import { fieldResolversOf, hashResolvers } from '../../src/model/field-resolvers.js';
import { findType, type EntityTypeModel, type FieldModel, type Model } from '../../src/model/model.js';

/** Prints the types of the rows that statements return for a model's entities, and the resolvers that read them. */
export function printResolvers(model: Model): string {
  return [
    printImports(model),
    printList(
      'entityTypes',
      'All types of entities, in the order of legends.',
      model.types.map(({ name }) => name),
    ),
    printList(
      'relationTypes',
      'All types of relations.',
      model.relationTypes.map(({ name }) => name),
    ),
    '/** The name of a type of entity. */\nexport type EntityTypeName = (typeof entityTypes)[number];',
    '/** The name of a type of relation. */\nexport type RelationTypeName = (typeof relationTypes)[number];',
    ...model.types.map((type) => printRow(model, type)),
    printCitationRow(model),
    printResolverMap(model),
  ].join('\n\n');
}

function printImports({ types, enums }: Model): string {
  const isGrouped = types.some(({ fields }) => fields.some(({ group }) => group !== undefined));
  const hasText = types.some(({ fields }) => fields.some((field) => field.kind === 'value' && field.isLocalized));
  const rows = ['ConnectionRow', 'EdgeRow', 'EntityRow', ...(isGrouped ? ['GroupedConnectionRow'] : [])];
  const usedEnums = enums.filter(({ name }) =>
    types.some(({ fields }) => fields.some((field) => field.kind === 'value' && field.values?.name === name)),
  );
  return [
    `import { property, readRootField, requiredText, text${hasText ? ', type Localized' : ''} } from '../execute/resolvers.js';`,
    `import type { ${rows.join(', ')} } from '../execute/rows.js';`,
    "import type { PartialResolvers } from '../execute/partial-resolvers.js';",
    ...(usedEnums.length > 0
      ? [`import type { ${usedEnums.map(({ name }) => name).join(', ')} } from './graphql.js';`]
      : []),
  ].join('\n');
}

function printList(name: string, description: string, values: readonly string[]): string {
  return `/** ${description} */\nexport const ${name} = [${values.map((value) => `'${value}'`).join(', ')}] as const;`;
}

function printRow(model: Model, type: EntityTypeModel): string {
  const { name, label, plural, fields } = type;
  const members = fields.map((field) => `  readonly ${field.name}: ${fieldType(model, field)};`);
  const connection = fields.some(({ group }) => group !== undefined) ? 'GroupedConnectionRow' : 'ConnectionRow';
  return [
    `/** A row of the ${plural.en}, with the selected fields. */`,
    `export interface ${name}Row extends EntityRow {\n${members.join('\n')}\n}`,
    `/** A page of ${plural.en}. */`,
    `export type ${name}ConnectionRow = ${connection}<${name}Row>;`,
    `/** One ${label.en} with its cursor in a list. */`,
    `export type ${name}EdgeRow = EdgeRow<${name}Row>;`,
  ].join('\n');
}

function fieldType(model: Model, field: FieldModel): string {
  if (field.kind === 'cited') return 'ConnectionRow<EntityRow>';
  if (field.kind === 'related') {
    const row = `${findType(model, field.target ?? '')?.name ?? 'Entity'}Row`;
    if (!field.isList) return `${row} | null`;
    return field.target === undefined ? `ConnectionRow<${row}>` : `${field.target}ConnectionRow`;
  }
  if (field.isLocalized) return 'Localized';
  const scalar = { String: 'string', Int: 'number', Float: 'number', Boolean: 'boolean' }[field.scalar ?? 'String'];
  return `${field.values?.name ?? scalar}${field.isNonNull ? '' : ' | null'}`;
}

function printCitationRow({ sections }: Model): string {
  const section = sections ? [`  readonly section: ${sections.type}Row;`] : [];
  const members = [...section, '  readonly chapter: number;', '  readonly paragraph: number;'];
  return `/** A citation, with the selected fields. */\nexport interface CitationRow {\n${members.join('\n')}\n}`;
}

function printResolverMap(model: Model): string {
  const types = [...fieldResolversOf(model)].map(([type, fields]) => {
    const members = [...fields].map(
      ([field, resolver]) => `    ${field}: ${resolver === 'readRootField' ? resolver : `${resolver}('${field}')`},`,
    );
    return `  ${type}: {\n${members.join('\n')}\n  },`;
  });
  return (
    `/** Identifies the model that these resolvers belong to. */\nexport const modelResolversHash = '${hashResolvers(fieldResolversOf(model))}';\n\n` +
    '/** The resolvers of all fields that follow from the model: root fields and fields with arguments. */\n' +
    `export const modelResolvers = {\n${types.join('\n')}\n} satisfies PartialResolvers;`
  );
}
