import js from '@eslint/js';
import graphql from '@graphql-eslint/eslint-plugin';
import importX from 'eslint-plugin-import-x';
import jsdoc from 'eslint-plugin-jsdoc';
import { createTypeScriptImportResolver } from 'eslint-import-resolver-typescript';
import tseslint from 'typescript-eslint';

const driverWall = {
  name: 'neo4j-driver',
  message: 'Only src/neo4j speaks to the driver: use Database of src/neo4j/database.ts.',
};
const barrelWall = {
  regex: '(^\\.{1,2}|/index\\.js)$',
  message: 'Import the file that declares it; there are no barrels.',
};
const testWall = { regex: '/tests/', message: 'The program does not know its tests: move what both need to src/.' };
const launcherWall = {
  regex: '^(\\.\\./)+launchers/',
  message: 'Only a command launches a Neo4j: a request gets its Database as an argument.',
};
const upwardWall = {
  regex: '^(\\.\\./)+(server|main|program|resolvers|commands/.*)\\.js$',
  message: 'What starts the program is imported by nobody: pass what you need as an argument.',
};

const walls = (paths, patterns) => ({ 'no-restricted-imports': ['error', { paths, patterns }] });

const environmentWall = {
  'no-restricted-properties': [
    'error',
    {
      object: 'process',
      property: 'env',
      message: 'Take the setting from Config: only program.ts hands process.env to src/config.ts.',
    },
  ],
};

const namedExportsOnly = {
  'no-restricted-syntax': [
    'error',
    { selector: 'ExportDefaultDeclaration', message: 'Export it by its name: one name, the same in every file.' },
    { selector: 'ExportAllDeclaration', message: 'Import the file that declares it; there are no barrels.' },
  ],
};

const sizes = {
  'max-lines-per-function': ['error', { max: 30, skipBlankLines: true, skipComments: true, IIFEs: true }],
  'max-lines': ['error', { max: 250, skipBlankLines: true, skipComments: true }],
};

/** Every export says in one sentence what its type does not; tags that repeat types are refused. */
const documented = {
  'jsdoc/require-jsdoc': [
    'error',
    {
      publicOnly: true,
      enableFixer: false,
      require: { FunctionDeclaration: true, ClassDeclaration: true },
      contexts: [
        'ExportNamedDeclaration > TSInterfaceDeclaration',
        'ExportNamedDeclaration > TSTypeAliasDeclaration',
        'ExportNamedDeclaration > VariableDeclaration',
      ],
    },
  ],
  'jsdoc/require-description': 'error',
  'jsdoc/check-tag-names': ['error', { definedTags: ['jsxImportSource'] }],
  'jsdoc/no-types': 'error',
  'jsdoc/no-restricted-syntax': [
    'error',
    {
      contexts: [
        {
          comment: 'JsdocBlock:has(JsdocTag[tag=/^(param|returns)$/])',
          context: 'any',
          message: 'Say it in the sentence: the types name parameters and results already.',
        },
      ],
    },
  ],
};

const typescript = {
  '@typescript-eslint/no-explicit-any': ['error', { fixToUnknown: false }],
  '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
  '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
  '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
  '@typescript-eslint/no-confusing-void-expression': [
    'error',
    { ignoreArrowShorthand: true, ignoreVoidReturningFunctions: true },
  ],
  '@typescript-eslint/no-unused-vars': ['error', { varsIgnorePattern: '^_', argsIgnorePattern: '^_' }],
  // The reason of an AbortSignal is typed any, and passed on as it is.
  '@typescript-eslint/prefer-promise-reject-errors': ['error', { allowThrowingAny: true, allowThrowingUnknown: true }],
  // An empty text is no name and no reason: `||` is meant there.
  '@typescript-eslint/prefer-nullish-coalescing': ['error', { ignorePrimitives: { string: true } }],
  '@typescript-eslint/dot-notation': 'off', // the compiler asks for brackets on an index signature
  // Does not end on the mutually recursive types of @neo4j/cypher-builder.
  '@typescript-eslint/no-unsafe-class-instance-assignment': 'off',
  // `async` also promises that what throws early rejects; interfaces of ours ask for promises that some ways do not need.
  '@typescript-eslint/require-await': 'off',
};

const graphqlSchema = { graphQLConfig: { schema: 'api/schema.graphql', documents: 'operations/*.graphql' } };
const description = {
  types: true,
  DirectiveDefinition: true,
  EnumValueDefinition: true,
  FieldDefinition: true,
  InputValueDefinition: true,
  rootField: true,
  // The directives are read by our compiler alone; their own sentence says what their arguments are.
  ignoredSelectors: ['DirectiveDefinition > InputValueDefinition'],
};

/** Parts of an answer, which are no things of their own: what they belong to has the id. */
const parts = {
  types: [
    'Citation',
    'Dataset',
    'Graph',
    'Group',
    'Model',
    'ModelField',
    'ModelPair',
    'ModelRelationType',
    'ModelType',
    'ModelValue',
    'ModelView',
    'PageInfo',
    'Path',
    'Resolution',
    'SimilarEntity',
    'Suggestion',
    'TypeCount',
  ],
  suffixes: ['Connection', 'Edge'],
};

const [, { 'ObjectTypeDefinition,ObjectTypeExtension': _typePrefix, ...naming }] =
  graphql.configs['flat/schema-recommended'].rules['@graphql-eslint/naming-convention']; // TypeCount does count types

export default tseslint.config(
  { ignores: ['dist', 'coverage', 'src/generated', 'bench', 'web/src/generated', 'data', '.wireit', '.atlas'] },
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  {
    files: ['**/*.ts', '**/*.tsx'],
    extends: [js.configs.recommended, tseslint.configs.strictTypeChecked, tseslint.configs.stylisticTypeChecked],
    plugins: { 'import-x': importX, jsdoc },
    languageOptions: { parserOptions: { projectService: true } },
    settings: {
      'import-x/resolver-next': [
        createTypeScriptImportResolver({
          project: ['tsconfig.json', 'web/tsconfig.json'],
          noWarnOnMultipleProjects: true,
        }),
      ],
    },
    rules: {
      ...typescript,
      ...documented,
      ...sizes,
      ...namedExportsOnly,
      ...environmentWall,
      ...walls([driverWall], [barrelWall, testWall]),
      // Cycles of `import type` are allowed: nothing of it runs.
      'import-x/no-cycle': ['error', { ignoreExternal: true }],
      eqeqeq: 'error',
      'no-console': ['error'],
    },
  },
  {
    files: ['src/*/**/*.ts'],
    rules: walls([driverWall], [barrelWall, testWall, launcherWall, upwardWall]),
  },
  {
    files: ['src/commands/**/*.ts'],
    rules: walls([driverWall], [barrelWall, testWall]),
  },
  {
    files: ['src/neo4j/**/*.ts'],
    rules: walls([], [barrelWall, testWall, launcherWall, upwardWall]),
  },
  {
    files: ['src/program.ts', 'tests/**/*.ts', '*.ts'],
    rules: { 'no-restricted-properties': 'off' },
  },
  {
    files: ['**/*.test.ts', 'tests/**/*.ts', 'vitest*.ts'],
    rules: {
      ...walls([driverWall], [barrelWall]),
      'max-lines-per-function': 'off',
      'no-console': 'off', // a test that is skipped says why
      '@typescript-eslint/consistent-type-definitions': 'off', // the shape of one answer, in the test that asks
      // Vitest types `expect.stringContaining` and its like as any.
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-base-to-string': 'off',
    },
  },
  {
    // To read how Neo4j plans a statement takes more than Database offers.
    files: ['tests/setup/**/*.ts'],
    rules: walls([], [barrelWall]),
  },
  {
    files: ['scripts/**/*.ts'],
    rules: { ...walls([driverWall], [barrelWall]), 'no-console': 'off' },
  },
  {
    files: ['**/*.config.ts', '**/codegen.ts', 'tests/setup/global-setup.ts'],
    rules: { 'no-restricted-syntax': 'off' },
  },
  {
    files: ['api/schema.graphql'],
    languageOptions: { parser: graphql.parser, parserOptions: graphqlSchema },
    plugins: { '@graphql-eslint': graphql },
    rules: {
      ...graphql.configs['flat/schema-recommended'].rules,
      ...graphql.configs['flat/schema-relay'].rules,
      // Ranked lists, which search returns, are read from their best end only.
      '@graphql-eslint/relay-arguments': ['error', { includeBoth: false }],
      '@graphql-eslint/require-description': ['error', description],
      '@graphql-eslint/description-style': ['error', { style: 'block' }],
      '@graphql-eslint/naming-convention': ['error', naming],
      '@graphql-eslint/strict-id-in-types': ['error', { exceptions: parts }],
      // An edge type may be listed by its connection and elsewhere.
      '@graphql-eslint/relay-edge-types': [
        'error',
        { withEdgeSuffix: true, shouldImplementNode: true, listTypeCanWrapOnlyEdgeType: false },
      ],
    },
  },
  {
    files: ['operations/*.graphql'],
    languageOptions: { parser: graphql.parser, parserOptions: graphqlSchema },
    plugins: { '@graphql-eslint': graphql },
    rules: {
      ...graphql.configs['flat/operations-recommended'].rules,
      '@graphql-eslint/require-selections': 'off', // the questions select what their answers show to a reader
      '@graphql-eslint/selection-set-depth': ['error', { maxDepth: 12 }], // each step along a connection takes two
    },
  },
);
