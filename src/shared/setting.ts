import type { z } from 'zod';

/** Declares a setting: the environment variable, and the schema that validates it and contains its default. */
export const setting = <Schema extends z.ZodType>(variable: string, schema: Schema) => ({ variable, schema });

type Settings = Readonly<Record<string, ReturnType<typeof setting>>>;

type SettingsOf<Table extends Settings> = { readonly [Name in keyof Table]: z.infer<Table[Name]['schema']> };

/** Returns the schemas of settings by environment variable. */
export const schemasOf = (settings: Settings) =>
  Object.fromEntries(Object.values(settings).map(({ variable, schema }) => [variable, schema]));

/** Selects the values of settings from the parsed environment variables. */
export const selectSettings = <Table extends Settings>(settings: Table, env: Readonly<Record<string, unknown>>) =>
  Object.freeze(
    Object.fromEntries(Object.entries(settings).map(([name, { variable }]) => [name, env[variable]])),
  ) as SettingsOf<Table>;
