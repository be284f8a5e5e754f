import type { JSX } from 'preact';
import type { SourceFragment } from '../../generated/graphql.js';
import { go } from '../place/here.js';
import { say } from '../words/say.js';

/** The places in the article that say something; a press opens the section. */
export function Sources({ citations }: { readonly citations: readonly SourceFragment[] }): JSX.Element | null {
  if (citations.length === 0) return null;
  return (
    <span class="sources">
      {citations.map(({ chapter, paragraph, section }) => (
        <button
          type="button"
          key={`${section.id} ${paragraph}`}
          class="source"
          title={section.title}
          onClick={() => go({ node: section.id })}
        >
          {chapter === 0 ? say('intro', { paragraph }) : say('section', { number: section.number, paragraph })}
        </button>
      ))}
    </span>
  );
}
