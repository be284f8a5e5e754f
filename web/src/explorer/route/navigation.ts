import { computed, signal } from '@preact/signals';
import { language } from '../i18n/language.js';
import { parseRoute, startRoute, formatRoute, type Route } from './route.js';

const routeSignal = signal<Route>(parseRoute(location.search));

/** The number of history entries to go back to within the explorer. */
export const historyDepth = signal(stepCountOf(history.state));

/** The current route. */
export const currentRoute = computed(() => routeSignal.value);

/** Navigates to the current route with some properties changed. */
export function navigate(change: Partial<Route>): void {
  pushRoute({ ...routeSignal.value, ...change });
}

/** Opens another page: resets the route, except for the legend, the pinned entities and the table. */
export function openPage(change: Partial<Route>): void {
  const { off, pinned, table } = routeSignal.value;
  pushRoute({ ...startRoute, off, pinned, table, ...change });
}

function pushRoute(nextRoute: Route): void {
  if (urlOf(nextRoute) === urlOf(routeSignal.value)) return;
  historyDepth.value += 1;
  history.pushState({ steps: historyDepth.value }, '', urlOf(nextRoute));
  routeSignal.value = nextRoute;
}

/** Goes back to the previous route. */
export function goBack(): void {
  if (historyDepth.value > 0) history.back();
}

/** The URL of a route, with the chosen language. */
export function urlOf(route: Route): string {
  const chosenLanguage = language.chosen.value;
  const query = [formatRoute(route), chosenLanguage === null ? '' : `lang=${chosenLanguage}`]
    .filter((part) => part !== '')
    .join('&');
  return query === '' ? './' : `./?${query}`;
}

/** Replaces the URL after a change of the language, without a history entry. */
export function replaceUrl(): void {
  history.replaceState(history.state, '', urlOf(routeSignal.value));
}

addEventListener('popstate', (event) => {
  historyDepth.value = stepCountOf(event.state);
  routeSignal.value = parseRoute(location.search);
});

function stepCountOf(state: unknown): number {
  return typeof state === 'object' && state !== null && 'steps' in state ? Number(state.steps) : 0;
}
