import type { JSX } from 'preact';
import { useId } from 'preact/hooks';
import { nameOf, say } from '../words/say.js';
import { KindIcon } from './kind-icon.js';
import { usePicker, type Picker, type PickerEvents } from './use-picker.js';
import type { Suggested } from './use-suggestions.js';

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
      <Field id={id} picker={picker} placeholder={placeholder ?? say('choose')} />
      <ul id={`${id}-list`} role="listbox" aria-label={label} hidden={!picker.isShown || picker.items.length === 0}>
        {picker.items.map((item, index) => (
          <Option key={`${item.entity.id} ${item.text}`} id={`${id}-${index}`} item={item} picker={picker} />
        ))}
      </ul>
      {picker.isEmpty && (
        <p class="picker-none" role="status">
          {say('search.none')}
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
  const { text, items, active, isShown } = picker;
  return (
    <input
      id={id}
      type="search"
      role="combobox"
      list={undefined}
      autocomplete="off"
      spellcheck={false}
      placeholder={placeholder}
      aria-expanded={isShown}
      aria-controls={`${id}-list`}
      aria-autocomplete="list"
      aria-activedescendant={active >= 0 && active < items.length ? `${id}-${active}` : undefined}
      value={text}
      onInput={({ currentTarget }) => picker.type(currentTarget.value)}
      onKeyDown={(event) => picker.handleKey(event)}
      onBlur={() => picker.close()}
    />
  );
}

interface OptionProperties {
  readonly id: string;
  readonly item: Suggested;
  readonly picker: Picker;
}

function Option({ id, item, picker }: OptionProperties): JSX.Element {
  const name = nameOf(item.entity);
  return (
    // Keeps the focus in the text field on mouse down: losing it would close the list before the click.
    <li
      id={id}
      role="option"
      aria-selected={picker.items[picker.active] === item}
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
