import type { JSX } from 'preact';
import { useEffect, useId, useState } from 'preact/hooks';
import { SuggestionsDocument, type SuggestionsQuery } from '../../generated/graphql.js';
import { useAnswer } from '../ask/use-answer.js';
import { kindOf } from '../words/kinds.js';
import { nameOf, say } from '../words/say.js';
import type { Named } from './entity-link.js';
import { KindIcon } from './kind-icon.js';

interface Properties {
  readonly label: string;
  readonly isLabelShown?: boolean;
  readonly placeholder?: string;
  /** An entity was chosen. */
  readonly onPick: (entity: Named) => void;
  /** Enter was pressed on a text without choosing. */
  readonly onText?: (text: string) => void;
}

type Suggested = SuggestionsQuery['suggest'][number];

const none: readonly Suggested[] = [];

/** A text field that suggests entities as one types, to be used with the keyboard alone (a combobox of ARIA). */
export function EntityPicker({ label, isLabelShown = true, placeholder, onPick, onText }: Properties): JSX.Element {
  const id = useId();
  const [text, setText] = useState('');
  const [isOpen, setOpen] = useState(false);
  const [active, setActive] = useState(-1);
  const { items, isSettled } = useSuggestions(text);
  const close = (): void => {
    setOpen(false);
    setActive(-1);
  };
  const pick = ({ entity }: Suggested): void => {
    setText('');
    close();
    onPick(entity);
  };
  const enter = (): void => {
    const item = items[active] ?? (onText ? undefined : items[0]);
    if (item) pick(item);
    else if (onText && text.trim() !== '') {
      close();
      onText(text.trim());
    }
  };
  const press = (event: KeyboardEvent): void => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step !== undefined) {
      setOpen(true);
      setActive((active + step + items.length + 1) % (items.length + 1 || 1));
    } else if (event.key === 'Enter') enter();
    else if (event.key === 'Escape') close();
    else return;
    event.preventDefault();
  };
  const isShown = isOpen && text.trim() !== '';
  return (
    <div class="picker">
      <label for={id} class={isLabelShown ? '' : 'unseen'}>
        {label}
      </label>
      <input
        id={id}
        type="search"
        role="combobox"
        list={undefined}
        autocomplete="off"
        spellcheck={false}
        placeholder={placeholder ?? say('choose')}
        aria-expanded={isShown}
        aria-controls={`${id}-list`}
        aria-autocomplete="list"
        aria-activedescendant={active >= 0 && active < items.length ? `${id}-${active}` : undefined}
        value={text}
        onInput={({ currentTarget }) => {
          setText(currentTarget.value);
          setOpen(true);
          setActive(-1);
        }}
        onKeyDown={press}
        onBlur={close}
      />
      <ul id={`${id}-list`} role="listbox" aria-label={label} hidden={!isShown || items.length === 0}>
        {items.map((item, index) => (
          <Option
            key={`${item.entity.id} ${item.text}`}
            id={`${id}-${index}`}
            item={item}
            isActive={index === active}
            onPick={pick}
          />
        ))}
      </ul>
      {isShown && isSettled && items.length === 0 && (
        <p class="picker-none" role="status">
          {say('search.none')}
        </p>
      )}
    </div>
  );
}

interface OptionProperties {
  readonly id: string;
  readonly item: Suggested;
  readonly isActive: boolean;
  readonly onPick: (item: Suggested) => void;
}

function Option({ id, item, isActive, onPick }: OptionProperties): JSX.Element {
  const name = nameOf(item.entity);
  return (
    // Pressing must not take the focus from the text field, or the list would close before the click.
    <li
      id={id}
      role="option"
      aria-selected={isActive}
      onMouseDown={(event) => event.preventDefault()}
      onClick={() => onPick(item)}
    >
      <KindIcon kind={kindOf(item.entity.__typename)} />
      <span class="option-name">{name}</span>
      {item.text !== name && <span class="option-text">{item.text}</span>}
      <span class="option-hint">{item.hint}</span>
    </li>
  );
}

/** The suggestions for what is typed; those for the last text stay until the next have come. */
function useSuggestions(text: string): { readonly items: readonly Suggested[]; readonly isSettled: boolean } {
  const [prefix, setPrefix] = useState('');
  const [items, setItems] = useState(none);
  useEffect(() => {
    const timer = setTimeout(() => setPrefix(text.trim()), 60);
    return () => clearTimeout(timer);
  }, [text]);
  const answer = useAnswer(SuggestionsDocument, prefix === '' ? null : { prefix });
  useEffect(() => {
    if (prefix === '') setItems(none);
    else if (answer.state === 'answered') setItems(answer.data.suggest);
  }, [answer.state, prefix]);
  return { items, isSettled: answer.state === 'answered' && prefix === text.trim() };
}
