import { useEffect, useState } from 'preact/hooks';
import { SuggestionsDocument, type SuggestionsQuery } from '../../generated/graphql.js';
import { useAnswer } from '../ask/use-answer.js';

/** An entity that a text may mean, with the name that matched. */
export type Suggested = SuggestionsQuery['suggest'][number];

interface Suggestions {
  readonly items: readonly Suggested[];
  /** Whether these are for the text as it stands now. */
  readonly isSettled: boolean;
}

const none: readonly Suggested[] = [];
/** How long nobody types before suggestions are asked for. */
const pauseMs = 60;

/** The suggestions for what is typed; those for the last text stay until the next have come. */
export function useSuggestions(text: string): Suggestions {
  const [prefix, setPrefix] = useState('');
  const [items, setItems] = useState(none);
  useEffect(() => {
    const timer = setTimeout(() => setPrefix(text.trim()), pauseMs);
    return () => clearTimeout(timer);
  }, [text]);
  const answer = useAnswer(SuggestionsDocument, prefix === '' ? null : { prefix });
  const suggested = answer.state === 'answered' ? answer.data.suggest : null;
  useEffect(() => {
    if (prefix === '') setItems(none);
    else if (suggested !== null) setItems(suggested);
  }, [suggested, prefix]);
  return { items, isSettled: answer.state === 'answered' && prefix === text.trim() };
}
