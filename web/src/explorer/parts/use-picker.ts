import { useState } from 'preact/hooks';
import type { Named } from './entity-link.js';
import { useSuggestions, type Suggested } from './use-suggestions.js';

/** Callbacks of a picker. */
export interface PickerEvents {
  /** An entity was chosen. */
  readonly onPick: (entity: Named) => void;
  /** Enter was pressed on a text without choosing. */
  readonly onText?: (text: string) => void;
}

/** The state and the event handlers of a picker. */
export interface Picker {
  readonly text: string;
  readonly items: readonly Suggested[];
  /** The index of the active item; -1 if none is active. */
  readonly active: number;
  /** Whether the list of suggestions is open. */
  readonly isShown: boolean;
  /** Whether the suggestions are loaded and there are none. */
  readonly isEmpty: boolean;
  readonly type: (text: string) => void;
  readonly handleKey: (event: KeyboardEvent) => void;
  readonly pick: (item: Suggested) => void;
  readonly close: () => void;
}

const steps: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1 };

/** The behavior of an ARIA combobox that suggests entities. */
export function usePicker({ onPick, onText }: PickerEvents): Picker {
  const field = useField();
  const { text, items, active, setText, show, close } = field;
  const pick = ({ entity }: Suggested): void => {
    setText('');
    close();
    onPick(entity);
  };
  const enter = (): void => {
    const item = items[active] ?? (onText ? undefined : items[0]);
    if (item) return pick(item);
    if (!onText || text.trim() === '') return;
    close();
    onText(text.trim());
  };
  const handleKey = (event: KeyboardEvent): void => {
    const count = items.length + 1;
    const step = steps[event.key];
    if (step !== undefined) show(((active + step + 1 + count) % count) - 1);
    else if (event.key === 'Enter') enter();
    else if (event.key === 'Escape') close();
    else return;
    event.preventDefault();
  };
  return { ...field, handleKey, pick };
}

type Field = Omit<Picker, 'handleKey' | 'pick'> & {
  readonly setText: (text: string) => void;
  /** Opens the list with the item at this index active. */
  readonly show: (place: number) => void;
};

function useField(): Field {
  const [text, setText] = useState('');
  const [isOpen, setOpen] = useState(false);
  const [active, setActive] = useState(-1);
  const { items, isSettled } = useSuggestions(text);
  const show = (place: number): void => {
    setOpen(true);
    setActive(place);
  };
  const close = (): void => {
    setOpen(false);
    setActive(-1);
  };
  const type = (typed: string): void => {
    setText(typed);
    show(-1);
  };
  const isShown = isOpen && text.trim() !== '';
  const isEmpty = isShown && isSettled && items.length === 0;
  return { text, items, active, isShown, isEmpty, setText, show, close, type };
}
