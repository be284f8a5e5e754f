/** @jsxImportSource react */
import { useEditorContext, useExecutionContext } from '@graphiql/react';
import { useEffect, useRef } from 'react';

/** The name in the corner; when the page opens it also shows the questions and runs the query, once the editor is ready. */
export function Opening({ runs }: { readonly runs: boolean }): React.JSX.Element {
  const { queryEditor } = useEditorContext({ nonNull: true });
  const execution = useExecutionContext({ nonNull: true });
  const isOpen = useRef(false);
  useEffect(() => {
    if (queryEditor === null || isOpen.current) return;
    isOpen.current = true;
    showQuestions();
    if (runs) setTimeout(() => execution.run(), 300);
  }, [queryEditor, execution, runs]);
  return (
    <a href="/" className="home">
      AIGC Atlas
    </a>
  );
}

/** A pane that is visible from the start stays folded until its own button is pressed, so that is what this does. */
function showQuestions(): void {
  if (matchMedia('(max-width: 60rem)').matches) return;
  document.querySelector<HTMLButtonElement>('.graphiql-sidebar button[aria-label="Show Questions"]')?.click();
}
