import type { CodegenConfig } from '@graphql-codegen/cli';

const config: CodegenConfig = {
  schema: 'api/schema.graphql',
  documents: 'web/src/**/*.graphql',
  generates: {
    'web/src/generated/': {
      preset: 'client',
      presetConfig: { fragmentMasking: false },
      config: {
        documentMode: 'string',
        enumsAsTypes: true,
        immutableTypes: true,
        strictScalars: true,
        scalars: { JSON: 'unknown' },
        useTypeImports: true,
        importExtension: '.js',
        emitLegacyCommonJSImports: false,
      },
    },
  },
};

export default config;
