import type { SectionRow } from '../section/record.js';

/** A citation as its statement returns it: its text, and its section where that was asked for. */
export interface CitationRow {
  /** Such as `§2.1 ¶2 (line 75)`: section number, paragraph within the chapter, line of the article. */
  readonly text: string;
  readonly section?: SectionRow;
}
