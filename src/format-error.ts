import { unwrapResolverError } from '@apollo/server/errors';
import { GraphQLError, type GraphQLFormattedError } from 'graphql';
import { AtlasError, clientCodes } from './errors.js';

/** What clients see of an error: its own words where it is one of ours or the client's, else only that it happened. */
export function formatError(
  onError: (code: string) => void,
  suggestions: boolean,
): (formatted: GraphQLFormattedError, error: unknown) => GraphQLFormattedError {
  return (formatted, error) => {
    const told = isMasked(error) ? masked(formatted) : unmasked(formatted, error);
    onError(String(told.extensions?.['code']));
    return suggestions ? told : { ...told, message: told.message.replace(/ ?Did you mean .+\?$/s, '') };
  };
}

/** Whether clients are told nothing of an error, because it is none that we expect. */
export function isMasked(error: unknown): boolean {
  const original = unwrapResolverError(error);
  if (original instanceof AtlasError) return !clientCodes.has(original.code);
  const isOfGraphQL = error instanceof GraphQLError && original === error;
  return !isOfGraphQL || !clientCodes.has(String(error.extensions['code']));
}

function unmasked(formatted: GraphQLFormattedError, error: unknown): GraphQLFormattedError {
  const original = unwrapResolverError(error);
  if (!(original instanceof AtlasError)) return formatted;
  return { ...formatted, message: original.message, extensions: { code: original.code } };
}

function masked({ locations, path }: GraphQLFormattedError): GraphQLFormattedError {
  return {
    message: 'The server failed to answer this. The failure has been logged; try again later.',
    ...(locations ? { locations } : {}),
    ...(path ? { path } : {}),
    extensions: { code: 'INTERNAL_SERVER_ERROR' },
  };
}
