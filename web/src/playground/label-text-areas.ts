const labels: readonly (readonly [selector: string, name: string])[] = [
  ['.graphiql-query-editor', 'Query'],
  ['.graphiql-editor-tool', 'Variables'],
  ['.graphiql-response', 'Response'],
];

/** Labels the hidden text areas of the editors for screen readers, as GraphiQL adds them to the page. */
export function labelTextAreas(root: HTMLElement): void {
  const observer = new MutationObserver(() => {
    for (const area of root.querySelectorAll('textarea:not([aria-label])')) {
      const label = labels.find(([selector]) => area.closest(selector) !== null)?.[1];
      area.setAttribute('aria-label', label ?? 'Text');
    }
  });
  observer.observe(root, { childList: true, subtree: true });
}
