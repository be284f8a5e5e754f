import type { JSX } from 'preact';
import { useId } from 'preact/hooks';
import { nameOf, translate } from '../i18n/translate.js';
import { KindIcon } from './kind-icon.js';
import { usePicker, type Picker, type PickerEvents } from './use-picker.js';
import type { Suggestion } from './use-suggestions.js';

interface Properties extends PickerEvents {
  readonly label: string;
  readonly isLabelShown?: boolean;
  readonly placeholder?: string;
}

/** A combobox that suggests entities while the reader types. Operable by keyboard alone. */
export function EntityPicker({ label, isLabelShown = true, placeholder, ...events }: Properties): JSX.Element {
  const id = useId();
  const picker = usePicker(events);
  return (
    <div class="picker">
      <label for={id} class={isLabelShown ? '' : 'unseen'}>
        {label}
      </label>
      <Field id={id} picker={picker} placeholder={placeholder ?? translate('choose')} />
      <ul id={`${id}-list`} role="listbox" aria-label={label} hidden={!picker.isListOpen || picker.items.length === 0}>
        {picker.items.map((item, index) => (
          <Option key={`${item.entity.id} ${item.text}`} id={`${id}-${index}`} item={item} picker={picker} />
        ))}
      </ul>
      {picker.hasNoMatches && (
        <p class="picker-none" role="status">
          {translate('search.none')}
        </p>
      )}
    </div>
  );
}

interface FieldProperties {
  readonly id: string;
  readonly picker: Picker;
  readonly placeholder: string;
}

function Field({ id, picker, placeholder }: FieldProperties): JSX.Element {
  const { text, items, activeIndex, isListOpen } = picker;
  return (
    <input
      id={id}
      type="search"
      role="combobox"
      list={undefined}
      autocomplete="off"
      spellcheck={false}
      placeholder={placeholder}
      aria-expanded={isListOpen}
      aria-controls={`${id}-list`}
      aria-autocomplete="list"
      aria-activedescendant={activeIndex >= 0 && activeIndex < items.length ? `${id}-${activeIndex}` : undefined}
      value={text}
      onInput={({ currentTarget }) => picker.changeText(currentTarget.value)}
      onKeyDown={(event) => picker.handleKey(event)}
      onBlur={() => picker.close()}
    />
  );
}

interface OptionProperties {
  readonly id: string;
  readonly item: Suggestion;
  readonly picker: Picker;
}

function Option({ id, item, picker }: OptionProperties): JSX.Element {
  const name = nameOf(item.entity);
  return (
    // Keeps the focus in the text field on mouse down: losing it would close the list before the click.
    <li
      id={id}
      role="option"
      aria-selected={picker.items[picker.activeIndex] === item}
      onMouseDown={(event) => event.preventDefault()}
      onClick={() => picker.pick(item)}
    >
      <KindIcon kind={item.entity.__typename} />
      <span class="option-name">{name}</span>
      {item.text !== name && <span class="option-text">{item.text}</span>}
      <span class="option-hint">{item.hint}</span>
    </li>
  );
}
