import type { SectionRow } from '../section/record.js';

/** A citation, with the fields that are selected. */
export interface CitationRow {
  readonly section: SectionRow;
  readonly chapter: number;
  readonly paragraph: number;
}
