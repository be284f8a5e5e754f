import { viewNamed } from '../model/view-names.js';
import { pages } from '../place/place.js';
import { nameOf, say } from './say.js';

/** The title of the page or view with this name in URLs; null for an unknown name. */
export function viewTitle(name: string): string | null {
  const view = viewNamed(name);
  if (view) return nameOf({ en: view.title, zh: view.titleZh });
  const page = pages.find((each) => each === name);
  return page ? say(`view.${page}`) : null;
}
