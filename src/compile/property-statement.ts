import Cypher from '@neo4j/cypher-builder';
import { compileCitations } from './citation.js';
import type { Compilation } from './compilation.js';
import { fieldsOf, findField, type SelectedField } from './selection.js';
import { mapItems, row, type Value } from './value.js';

/**
 * Compiles the statements about the properties of an entity. Each is stored as `<property> <JSON>`, and its citations in
 * the property `<property>Citations`.
 */
export function compileStatements(compilation: Compilation, field: SelectedField, node: Cypher.Variable): Value {
  const text = new Cypher.Variable();
  const citations = findField(fieldsOf(field.selection), 'citations');
  const storedCitations = new Cypher.Raw((env) => {
    const [owner, statement] = [env.compile(node), env.compile(text)];
    return `${owner}[split(${statement}, ' ')[0] + 'Citations']`;
  });
  const statement = row({
    text,
    ...(citations && { [citations.key]: compileCitations(compilation, citations, storedCitations) }),
  });
  const texts = Cypher.coalesce(node.property('statements'), new Cypher.List([]));
  const { expression, decode } = mapItems(statement, text, texts);
  const notes = fieldsOf(field.selection).filter(({ name }) => name === 'note');
  return {
    expression,
    decode: (packed) => (decode(packed) as StatementRow[]).map((one) => toStatement(one, notes)),
  };
}

/** A statement as it is returned by Neo4j, with the citations if they are selected. */
interface StatementRow {
  readonly text: string;
}

// The note is returned in both languages, because the resolver picks one.
function toStatement({ text, ...values }: StatementRow, noteFields: readonly SelectedField[]): object {
  const separator = text.indexOf(' ');
  const { note, ...stored } = JSON.parse(text.slice(separator + 1)) as { note: unknown }; // as the loader stores it
  const notes = Object.fromEntries(noteFields.map(({ key }) => [key, note]));
  return { property: text.slice(0, separator), ...stored, ...notes, ...values };
}
