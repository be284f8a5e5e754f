import { useEffect, useState } from 'preact/hooks';
import { SuggestionsDocument, type SuggestionsQuery } from '../../generated/graphql.js';
import { useAnswer } from '../ask/use-answer.js';

/** A suggested entity, with the name that matched. */
export type Suggested = SuggestionsQuery['suggest'][number];

interface Suggestions {
  readonly items: readonly Suggested[];
  /** Whether the items match the current text. */
  readonly isSettled: boolean;
}

const none: readonly Suggested[] = [];
/** The debounce interval of the text. */
const pauseMs = 60;

/** Loads suggestions for a text. Returns those for the previous text until the new ones are loaded. */
export function useSuggestions(text: string): Suggestions {
  const [prefix, setPrefix] = useState('');
  const [items, setItems] = useState(none);
  useEffect(() => {
    const timer = setTimeout(() => setPrefix(text.trim()), pauseMs);
    return () => clearTimeout(timer);
  }, [text]);
  const answer = useAnswer(SuggestionsDocument, prefix === '' ? null : { prefix });
  const suggested = answer.state === 'loaded' ? answer.data.suggest : null;
  useEffect(() => {
    if (prefix === '') setItems(none);
    else if (suggested !== null) setItems(suggested);
  }, [suggested, prefix]);
  return { items, isSettled: answer.state === 'loaded' && prefix === text.trim() };
}
