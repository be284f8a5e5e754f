const names: readonly (readonly [selector: string, name: string])[] = [
  ['.graphiql-query-editor', 'Query'],
  ['.graphiql-editor-tool', 'Variables'],
  ['.graphiql-response', 'Response'],
];

/** Labels the hidden text areas of the editors for screen readers, as GraphiQL adds them to the page. */
export function nameTextAreas(root: HTMLElement): void {
  const observer = new MutationObserver(() => {
    for (const area of root.querySelectorAll('textarea:not([aria-label])')) {
      const name = names.find(([selector]) => area.closest(selector) !== null)?.[1];
      area.setAttribute('aria-label', name ?? 'Text');
    }
  });
  observer.observe(root, { childList: true, subtree: true });
}
