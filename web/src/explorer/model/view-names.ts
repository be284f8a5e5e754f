import { model, type ServedView } from './served-model.js';

/** A view with its name in URLs. */
export interface NamedView {
  readonly name: string;
  readonly view: ServedView;
}

/** The views of the model. The first view of a kind is named by the kind, further ones by the kind and the type. */
export function listNamedViews(): NamedView[] {
  const { views } = model.value;
  return views.map((view, index) => {
    const kind = view.kind.toLowerCase();
    const isFirst = views.findIndex((candidate) => candidate.kind === view.kind) === index;
    return { name: isFirst ? kind : `${kind}-${view.type.toLowerCase()}`, view };
  });
}

/** The view with this name in URLs; undefined if the model has none. */
export function findView(name: string): ServedView | undefined {
  return listNamedViews().find((namedView) => namedView.name === name)?.view;
}
