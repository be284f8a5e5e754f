import { print, Kind } from 'graphql';

/** SDL of a definition with its description. */
export function withDescription(description: string, definition: string): string {
  return `${print({ kind: Kind.STRING, value: description })}\n${definition}`;
}

/** Capitalizes the first letter. */
export function capitalize(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** Lowercases the first letter, unless the text starts with an abbreviation. */
export function uncapitalize(text: string): string {
  return /^[A-Z](?![A-Z])/.test(text) ? text.charAt(0).toLowerCase() + text.slice(1) : text;
}
