import { useEffect, useState } from 'preact/hooks';
import type { NamedEntity } from './entity-link.js';
import { useSuggestions, type Suggestion } from './use-suggestions.js';

/** Callbacks of a picker. */
export interface PickerEvents {
  /** An entity was chosen. */
  readonly onPick: (entity: NamedEntity) => void;
  /** Enter was pressed on a text without choosing. */
  readonly onText?: (text: string) => void;
}

/** The state and the event handlers of a picker. */
export interface Picker {
  readonly text: string;
  readonly items: readonly Suggestion[];
  /** The index of the active item; -1 if none is active. */
  readonly activeIndex: number;
  /** Whether the list of suggestions is open. */
  readonly isListOpen: boolean;
  /** Whether the suggestions are loaded and there are none. */
  readonly hasNoMatches: boolean;
  readonly changeText: (text: string) => void;
  readonly handleKey: (event: KeyboardEvent) => void;
  readonly pick: (item: Suggestion) => void;
  readonly close: () => void;
}

const keySteps: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1 };

/** The behavior of an ARIA combobox that suggests entities. */
export function usePicker({ onPick, onText }: PickerEvents): Picker {
  const field = usePickerField();
  const { text, items, activeIndex, setText, openAt, close } = field;
  const pick = ({ entity }: Suggestion): void => {
    setText('');
    close();
    onPick(entity);
  };
  const enterText = useEnteredText(field, pick);
  const handleEnter = (): void => {
    const item = items[activeIndex];
    if (item) return pick(item);
    if (!onText) return enterText(text);
    if (text.trim() === '') return;
    close();
    onText(text.trim());
  };
  const handleKey = (event: KeyboardEvent): void => {
    const count = items.length + 1;
    const step = keySteps[event.key];
    if (step !== undefined) openAt(((activeIndex + step + 1 + count) % count) - 1);
    else if (event.key === 'Enter') handleEnter();
    else if (event.key === 'Escape') close();
    else return;
    event.preventDefault();
  };
  return { ...field, handleKey, pick };
}

/** Picks the first suggestion for an entered text as soon as it is loaded: those shown may be for a shorter text. */
function useEnteredText({ text, items, isCurrent }: PickerField, pick: Picker['pick']): (text: string) => void {
  const [enteredText, setEnteredText] = useState('');
  useEffect(() => {
    const [item] = items;
    if (!item || !isCurrent || enteredText !== text) return;
    setEnteredText('');
    pick(item);
  }, [enteredText, text, items, isCurrent]);
  return setEnteredText;
}

type PickerField = Omit<Picker, 'handleKey' | 'pick'> & {
  /** Whether the items match the current text. */
  readonly isCurrent: boolean;
  readonly setText: (text: string) => void;
  /** Opens the list with the item at this index active. */
  readonly openAt: (index: number) => void;
};

function usePickerField(): PickerField {
  const [text, setText] = useState('');
  const [isOpen, setIsOpen] = useState(false);
  const [activeIndex, setActiveIndex] = useState(-1);
  const { items, isCurrent } = useSuggestions(text);
  const openAt = (index: number): void => {
    setIsOpen(true);
    setActiveIndex(index);
  };
  const close = (): void => {
    setIsOpen(false);
    setActiveIndex(-1);
  };
  const changeText = (newText: string): void => {
    setText(newText);
    openAt(-1);
  };
  const isListOpen = isOpen && text.trim() !== '';
  const hasNoMatches = isListOpen && isCurrent && items.length === 0;
  return { text, items, isCurrent, activeIndex, isListOpen, hasNoMatches, setText, openAt, close, changeText };
}
