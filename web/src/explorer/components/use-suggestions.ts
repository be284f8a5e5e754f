import { useEffect, useRef, useState } from 'preact/hooks';
import { SuggestionsDocument, type SuggestionsQuery } from '../../generated/graphql.js';
import { useQuery } from '../api/use-query.js';

/** A suggested entity, with the name that matched. */
export type Suggestion = SuggestionsQuery['suggest'][number];

interface SuggestionState {
  readonly items: readonly Suggestion[];
  /** Whether the items match the current text. */
  readonly isCurrent: boolean;
}

const noSuggestions: readonly Suggestion[] = [];
/** The debounce interval of the text. */
const debounceMs = 60;

/** Loads suggestions for a text. Returns those for the previous text until the new ones are loaded. */
export function useSuggestions(text: string): SuggestionState {
  const [prefix, setPrefix] = useState('');
  const lastItems = useRef(noSuggestions);
  useEffect(() => {
    const timer = setTimeout(() => setPrefix(text.trim()), debounceMs);
    return () => clearTimeout(timer);
  }, [text]);
  const query = useQuery(SuggestionsDocument, prefix === '' ? null : { prefix });
  const suggestions = query.state === 'loaded' ? query.data.suggest : null;
  if (prefix === '') lastItems.current = noSuggestions;
  else if (suggestions !== null) lastItems.current = suggestions;
  return { items: lastItems.current, isCurrent: suggestions !== null && prefix === text.trim() };
}
