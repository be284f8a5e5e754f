import { findView } from '../model/view-names.js';
import { pageNames } from '../route/route.js';
import { nameOf, translate } from './translate.js';

/** The title of the page or view with this name in URLs; null for an unknown name. */
export function viewTitle(name: string): string | null {
  const view = findView(name);
  if (view) return nameOf({ en: view.title, zh: view.titleZh });
  const page = pageNames.find((candidate) => candidate === name);
  return page ? translate(`view.${page}`) : null;
}
