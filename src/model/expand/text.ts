import { print, Kind } from 'graphql';

/** A description in front of what it describes. */
export function described(description: string, definition: string): string {
  return `${print({ kind: Kind.STRING, value: description })}\n${definition}`;
}

/** A field with its arguments. */
export function fieldText(name: string, parameters: readonly string[], type: string): string {
  if (parameters.length === 0) return `${name}: ${type}`;
  return `${name}(\n${parameters.map((one) => one.replaceAll(/^/gm, '  ')).join('\n')}\n): ${type}`;
}

/** A text with a capital at its beginning. */
export function capitalized(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** A text with a small letter at its beginning, unless an abbreviation stands there. */
export function uncapitalized(text: string): string {
  return /^[A-Z](?![A-Z])/.test(text) ? text.charAt(0).toLowerCase() + text.slice(1) : text;
}
