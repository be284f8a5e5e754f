import { print, visit, type DocumentNode, type GraphQLSchema } from 'graphql';
import { keyReadBy } from './read-off.js';

type ResolverMap = Readonly<Record<string, object>>;

/** What plain operations are executed by. */
export interface PlainSchema {
  /** Without the resolvers that plain operations do not need. */
  readonly schema: GraphQLSchema;
  /** The root fields whose resolver only runs their statement. */
  readonly statementFields: ReadonlySet<string>;
}

/**
 * Whether a document asks for each field with the same arguments everywhere, and for none in a language: then every row
 * holds its values under the names of its fields.
 */
export function isPlain(document: DocumentNode): boolean {
  const argumentsOf = new Map<string, string>();
  let plain = true;
  visit(document, {
    Field({ name, arguments: args = [] }) {
      const written = args
        .map((argument) => print(argument))
        .sort()
        .join();
      plain &&= !args.some((argument) => argument.name.value === 'lang');
      plain &&= (argumentsOf.get(name.value) ?? written) === written;
      argumentsOf.set(name.value, written);
    },
  });
  return plain;
}

/** The resolvers that plain operations need: without those that only read a field's name off the row. */
export function plainResolvers<Resolvers extends ResolverMap>(resolvers: Resolvers): Resolvers {
  const kept = Object.entries(resolvers).map(([type, fields]) => [
    type,
    fields.constructor === Object
      ? Object.fromEntries(Object.entries(fields).filter(([name, resolver]) => keyReadBy(resolver) !== name))
      : fields,
  ]);
  return Object.fromEntries(kept) as Resolvers; // whose fields are all optional
}
