import js from '@eslint/js';
import graphql from '@graphql-eslint/eslint-plugin';
import importX from 'eslint-plugin-import-x';
import jsdoc from 'eslint-plugin-jsdoc';
import { createTypeScriptImportResolver } from 'eslint-import-resolver-typescript';
import tseslint from 'typescript-eslint';

const driverBoundary = {
  name: 'neo4j-driver',
  message: 'Only src/neo4j may import the driver: use Database of src/neo4j/database.ts.',
};
const barrelBoundary = {
  regex: '(^\\.{1,2}|/index\\.js)$',
  message: 'Import from the file that declares it; there are no barrel files.',
};
const testBoundary = {
  regex: '/tests/',
  message: 'The program must not depend on its tests: move shared code to src/.',
};
const launcherBoundary = {
  regex: '^(\\.\\./)+launchers/',
  message: 'Only commands launch a Neo4j: other code gets its Database as an argument.',
};
const entryBoundary = {
  regex: '^(\\.\\./)+(server|main|program|resolvers|commands/.*)\\.js$',
  message: 'Entry points must not be imported: pass what is needed as an argument.',
};

const importBoundaries = (paths, patterns) => ({ 'no-restricted-imports': ['error', { paths, patterns }] });

const environmentBoundary = {
  'no-restricted-properties': [
    'error',
    {
      object: 'process',
      property: 'env',
      message: 'Read the setting from Config: only program.ts passes process.env to src/config.ts.',
    },
  ],
};

const namedExportsOnly = {
  'no-restricted-syntax': [
    'error',
    {
      selector: 'ExportDefaultDeclaration',
      message: 'Use a named export, so that it has the same name in every file.',
    },
    { selector: 'ExportAllDeclaration', message: 'Import from the file that declares it; there are no barrel files.' },
    { selector: 'Identifier[name=/^(most|least)[A-Z]/]', message: 'Name a limit maxX or minX.' },
    {
      selector: 'Identifier[name=/passenger|aboard|journey|patience|verbatim/i]',
      message: 'Use the standard term, such as request, batch or timeout, instead of a metaphor.',
    },
  ],
};

/** Booleans read as questions; names of the API, of settings, of flags and of JSON keep their own form. */
const booleanPrefixes = [
  ...['is', 'are', 'was', 'has', 'can', 'should', 'will', 'needs', 'uses', 'allows', 'requires', 'includes'],
  ...['follows', 'filters', 'shares', 'covers', 'drops', 'keeps'],
];
const externalBooleans = [
  ...['truncated', 'directed', 'multigraph', 'multi', 'allowSelfLoops'], // the API and the formats of exports
  ...['json', 'quiet', 'load', 'force', 'adopt', 'dryRun', 'unchanged'], // flags, and keys of what `--json` prints
  ...['only', 'table'], // parameters in the URL of the explorer
  ...['dev', 'ok', 'destroyed', 'ownOrder', 'holds', 'expected'], // keys of npm, fetch and Node, of the model, of results
].join('|');
const names = {
  '@typescript-eslint/naming-convention': [
    'error',
    {
      selector: ['variable', 'parameter', 'typeProperty', 'classProperty'],
      types: ['boolean'],
      format: ['PascalCase'],
      prefix: booleanPrefixes,
      filter: { regex: `^(${externalBooleans})$`, match: false },
    },
  ],
};

const sizes = {
  'max-lines-per-function': ['error', { max: 30, skipBlankLines: true, skipComments: true, IIFEs: true }],
  'max-lines': ['error', { max: 250, skipBlankLines: true, skipComments: true }],
};

/** Every export has a description of what its type does not say; tags that repeat types are not allowed. */
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
          message: 'Describe it in the sentence: the types already name parameters and results.',
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
  // The reason of an AbortSignal has type any, and is passed on unchanged.
  '@typescript-eslint/prefer-promise-reject-errors': ['error', { allowThrowingAny: true, allowThrowingUnknown: true }],
  // For strings, `||` is intended: an empty string counts as missing.
  '@typescript-eslint/prefer-nullish-coalescing': ['error', { ignorePrimitives: { string: true } }],
  '@typescript-eslint/dot-notation': 'off', // the compiler requires brackets for index signatures
  // Does not terminate on the mutually recursive types of @neo4j/cypher-builder.
  '@typescript-eslint/no-unsafe-class-instance-assignment': 'off',
  // `async` turns an early throw into a rejection; some implementations of an interface have nothing to await.
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
  // Only our compiler reads the directives; their description covers their arguments.
  ignoredSelectors: ['DirectiveDefinition > InputValueDefinition'],
};

/** Types without an id: parts of a response that belong to an object with an id. */
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
    'PropertyStatement',
    'Reference',
    'Resolution',
    'SimilarEntity',
    'Suggestion',
    'TypeCount',
  ],
  suffixes: ['Connection', 'Edge'],
};

const [, { 'ObjectTypeDefinition,ObjectTypeExtension': _typePrefix, ...naming }] =
  graphql.configs['flat/schema-recommended'].rules['@graphql-eslint/naming-convention']; // the name TypeCount is intended

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
      ...names,
      ...namedExportsOnly,
      ...environmentBoundary,
      ...importBoundaries([driverBoundary], [barrelBoundary, testBoundary]),
      // Cycles of `import type` are allowed: they do not exist at run time.
      'import-x/no-cycle': ['error', { ignoreExternal: true }],
      eqeqeq: 'error',
      'object-shorthand': ['error', 'properties'],
      'no-useless-rename': 'error',
      'no-console': ['error'],
    },
  },
  {
    files: ['src/*/**/*.ts'],
    rules: importBoundaries([driverBoundary], [barrelBoundary, testBoundary, launcherBoundary, entryBoundary]),
  },
  {
    files: ['src/commands/**/*.ts'],
    rules: importBoundaries([driverBoundary], [barrelBoundary, testBoundary]),
  },
  {
    files: ['src/neo4j/**/*.ts'],
    rules: importBoundaries([], [barrelBoundary, testBoundary, launcherBoundary, entryBoundary]),
  },
  {
    files: ['src/program.ts', 'tests/**/*.ts', '*.ts'],
    rules: { 'no-restricted-properties': 'off' },
  },
  {
    files: ['**/*.test.ts', 'tests/**/*.ts', 'vitest*.ts'],
    rules: {
      ...importBoundaries([driverBoundary], [barrelBoundary]),
      'max-lines-per-function': 'off',
      'no-console': 'off', // a skipped test prints the reason
      '@typescript-eslint/consistent-type-definitions': 'off', // type literals for the responses in a test
      // Vitest types asymmetric matchers such as `expect.stringContaining` as any.
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-base-to-string': 'off',
    },
  },
  {
    // Reading the plan of a statement requires the driver: Database does not offer it.
    files: ['tests/setup/**/*.ts'],
    rules: importBoundaries([], [barrelBoundary]),
  },
  {
    files: ['scripts/**/*.ts'],
    rules: { ...importBoundaries([driverBoundary], [barrelBoundary]), 'no-console': 'off' },
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
      // Search results can only be paginated from the best match on.
      '@graphql-eslint/relay-arguments': ['error', { includeBoth: false }],
      '@graphql-eslint/require-description': ['error', description],
      '@graphql-eslint/description-style': ['error', { style: 'block' }],
      '@graphql-eslint/naming-convention': ['error', naming],
      '@graphql-eslint/strict-id-in-types': ['error', { exceptions: parts }],
      // An edge type may be listed by its connection and by other types.
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
      '@graphql-eslint/require-selections': 'off', // stored operations select only what readers need
      '@graphql-eslint/selection-set-depth': ['error', { maxDepth: 12 }], // each step along a connection takes two
    },
  },
);
