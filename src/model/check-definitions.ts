import {
  concatAST,
  KnownDirectivesRule,
  KnownTypeNamesRule,
  Kind,
  print,
  visit,
  type ASTNode,
  type DefinitionNode,
  type DocumentNode,
  type GraphQLError,
} from 'graphql';
import { specifiedSDLRules } from 'graphql/validation/specifiedRules.js';
import { validateSDL } from 'graphql/validation/validate.js';
import { problemAt, type ModelProblem } from './model-problem.js';

/** Checks the definitions of a model, which refer to those of the prelude. Each problem is at a definition of the model. */
export function checkDefinitions(model: DocumentNode, prelude: DocumentNode): ModelProblem[] {
  return [
    ...checkKinds(model),
    ...checkMissingDefinitions(model),
    ...checkDirectives(model, prelude),
    ...validateSDL(concatAST([prelude, model]), null, rules).map((error) => toProblem(error, model)),
  ];
}

// Unknown directives are reported here, and unknown types with the fields that have them. The messages of these rules
// do not name what is allowed.
const rules = specifiedSDLRules.filter((rule) => rule !== KnownDirectivesRule && rule !== KnownTypeNamesRule);

const allowedKinds: readonly string[] = [
  Kind.OBJECT_TYPE_DEFINITION,
  Kind.OBJECT_TYPE_EXTENSION,
  Kind.ENUM_TYPE_DEFINITION,
];

function checkKinds({ definitions }: DocumentNode): ModelProblem[] {
  return definitions.flatMap((node) => {
    if (!allowedKinds.includes(node.kind)) {
      const found = print(node).replaceAll(/\s+/g, ' ').slice(0, 60);
      return problemAt(node, node.kind, 'only types with @entity, enums and `extend type`', `\`${found}\``);
    }
    const [unknown] = 'interfaces' in node ? (node.interfaces ?? []).filter(({ name }) => name.value !== 'Entity') : [];
    if (unknown === undefined) return [];
    const expected = 'no `implements`, because a model has no interfaces';
    return problemAt(unknown, pathOf(unknown, definitions), expected, unknown.name.value);
  });
}

const relationExample = '`WROTE @relation(from: [AUTHOR], to: [BOOK]) @phrase(en: "wrote", inverse: "written by")`';

/** Reports a missing type or enum `RelationType` at the first definition, and an enum without values at its own. */
function checkMissingDefinitions({ definitions }: DocumentNode): ModelProblem[] {
  const enums = definitions.filter((one) => one.kind === Kind.ENUM_TYPE_DEFINITION);
  const emptyEnums = enums.filter(({ values = [] }) => values.length === 0);
  const problems = emptyEnums.map((node) => problemAt(node, node.name.value, 'at least one value in the enum', 'none'));
  const [first] = definitions;
  if (!definitions.some(({ kind }) => kind === Kind.OBJECT_TYPE_DEFINITION))
    problems.push(problemAt(first, 'the model', 'at least one type, such as `type Book @entity`', 'none'));
  if (!enums.some(({ name }) => name.value === 'RelationType')) {
    const expected = `\`enum RelationType\` in a file of the model, with values such as ${relationExample}`;
    problems.push(problemAt(first, 'RelationType', expected, 'none'));
  }
  return problems;
}

/** The places of directives by the kinds of nodes that may have them. */
const places: Readonly<Record<string, string>> = {
  [Kind.OBJECT_TYPE_DEFINITION]: 'OBJECT',
  [Kind.OBJECT_TYPE_EXTENSION]: 'OBJECT',
  [Kind.FIELD_DEFINITION]: 'FIELD_DEFINITION',
  [Kind.ENUM_TYPE_DEFINITION]: 'ENUM',
  [Kind.ENUM_VALUE_DEFINITION]: 'ENUM_VALUE',
};

function checkDirectives(model: DocumentNode, prelude: DocumentNode): ModelProblem[] {
  const declared = prelude.definitions.filter((one) => one.kind === Kind.DIRECTIVE_DEFINITION);
  const problems: ModelProblem[] = [];
  visit(model, {
    enter(node) {
      const place = places[node.kind];
      if (place === undefined || !('directives' in node)) return;
      const allowed = declared.filter(({ locations }) => locations.some(({ value }) => value === place));
      const names = allowed.map(({ name }) => name.value);
      const expected = names.length > 0 ? `one of ${names.map((name) => `@${name}`).join(', ')}` : 'no directive';
      for (const directive of node.directives ?? []) {
        if (names.includes(directive.name.value)) continue;
        problems.push(problemAt(directive, pathOf(directive, model.definitions), expected, `@${directive.name.value}`));
      }
    },
  });
  return problems;
}

/** Of the nodes of an error, the last one is in the model: the prelude itself is valid and comes first. */
function toProblem({ nodes = [], message }: GraphQLError, { definitions }: DocumentNode): ModelProblem {
  const node = nodes.at(-1);
  return problemAt(node, node ? pathOf(node, definitions) : 'the model', 'a model in GraphQL', `an error: ${message}`);
}

/** The path of the definition that contains a node, such as `Book.year`. */
function pathOf({ loc }: ASTNode, definitions: readonly DefinitionNode[]): string {
  const contains = (one: ASTNode): boolean =>
    one.loc !== undefined && loc?.source === one.loc.source && one.loc.start <= loc.start && loc.end <= one.loc.end;
  const owner = definitions.find(contains);
  const members = owner && ('fields' in owner ? owner.fields : 'values' in owner ? owner.values : undefined);
  return [owner, members?.find(contains)]
    .flatMap((one) => (one !== undefined && 'name' in one ? (one.name ?? []) : []))
    .map(({ value }) => value)
    .join('.');
}
