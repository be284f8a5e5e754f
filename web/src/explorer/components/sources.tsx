import type { JSX } from 'preact';
import { navigate } from '../route/navigation.js';
import { translate } from '../i18n/translate.js';

/** A citation of the article. `section` is not selected if the model has no section type; nothing is rendered then. */
export interface Citation {
  readonly chapter: number;
  readonly paragraph: number;
  readonly section?: { readonly id: string; readonly number: string; readonly title: string };
}

/** The citations of a fact or an entity. A click opens the section's card. */
export function Sources({ citations }: { readonly citations: readonly Citation[] }): JSX.Element | null {
  if (citations.length === 0) return null;
  return (
    <span class="sources">
      {citations.map(
        ({ chapter, paragraph, section }) =>
          section && (
            <button
              type="button"
              key={`${section.id} ${paragraph}`}
              class="source"
              title={section.title}
              onClick={() => navigate({ node: section.id })}
            >
              {chapter === 0
                ? translate('intro', { paragraph })
                : translate('section', { number: section.number, paragraph })}
            </button>
          ),
      )}
    </span>
  );
}
