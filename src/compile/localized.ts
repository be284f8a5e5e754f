import Cypher from '@neo4j/cypher-builder';
import type { SelectedField } from './selection.js';

/**
 * A text in English, or in Chinese where there is no English. Where a field asks for a language, both, English first:
 * the resolver picks, so that the statement does not depend on which.
 */
export function localized({ isLocalized }: SelectedField, owner: Cypher.Variable, property: string): Cypher.Expr {
  const [en, zh] = [owner.property(property), owner.property(`${property}Zh`)];
  return isLocalized ? new Cypher.List([en, zh]) : Cypher.coalesce(en, zh);
}
