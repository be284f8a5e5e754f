import { model, type ServedView } from './served-model.js';

/** A view with the name that addresses have for it. */
export interface NamedView {
  readonly name: string;
  readonly view: ServedView;
}

/** The views of the model: addresses call them by their kind, and a further one of a kind by its type too. */
export function namedViews(): NamedView[] {
  const { views } = model.value;
  return views.map((view, index) => {
    const kind = view.kind.toLowerCase();
    const isFirst = views.findIndex((other) => other.kind === view.kind) === index;
    return { name: isFirst ? kind : `${kind}-${view.type.toLowerCase()}`, view };
  });
}

/** The view that addresses call so; undefined where the model has none. */
export function viewNamed(name: string): ServedView | undefined {
  return namedViews().find((named) => named.name === name)?.view;
}
