/** @jsxImportSource react */
import { useEditorContext, useExecutionContext } from '@graphiql/react';
import { useEffect, useRef } from 'react';

/** The name in the corner; when the page opens it also shows the questions and runs the query, once the editors are ready. */
export function Opening({ runs }: { readonly runs: boolean }): React.JSX.Element {
  const { queryEditor, variableEditor, responseEditor } = useEditorContext({ nonNull: true });
  const execution = useExecutionContext({ nonNull: true });
  const isOpen = useRef(false);
  useEffect(() => {
    // Each editor loads by itself: run without one, GraphiQL sends no variables or does nothing, and tells no one.
    if (!queryEditor || !variableEditor || !responseEditor || isOpen.current) return;
    isOpen.current = true;
    showQuestions();
    if (runs) setTimeout(() => execution.run(), 300);
  }, [queryEditor, variableEditor, responseEditor, execution, runs]);
  return (
    <a href="./" className="home">
      AIGC Atlas
    </a>
  );
}

/** A pane that is visible from the start stays folded until its own button is pressed, so that is what this does. */
function showQuestions(): void {
  if (matchMedia('(max-width: 60rem)').matches) return;
  document.querySelector<HTMLButtonElement>('.graphiql-sidebar button[aria-label="Show Questions"]')?.click();
}
