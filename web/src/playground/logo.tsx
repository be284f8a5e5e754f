/** @jsxImportSource react */
import { useEditorContext, useExecutionContext } from '@graphiql/react';
import { useEffect, useRef } from 'react';

/** The logo. Once the editors are ready, it also opens the question pane and runs the initial query. */
export function Logo({ shouldRun }: { readonly shouldRun: boolean }): React.JSX.Element {
  const { queryEditor, variableEditor, responseEditor } = useEditorContext({ nonNull: true });
  const execution = useExecutionContext({ nonNull: true });
  const isInitialized = useRef(false);
  useEffect(() => {
    // The editors load independently. Until all are ready, GraphiQL silently drops the variables or does nothing.
    if (!queryEditor || !variableEditor || !responseEditor || isInitialized.current) return;
    isInitialized.current = true;
    openQuestionPane();
    if (shouldRun) setTimeout(() => execution.run(), 300);
  }, [queryEditor, variableEditor, responseEditor, execution, shouldRun]);
  return (
    <a href="./" className="home">
      ← Explorer
    </a>
  );
}

/** Clicks the button of the question pane: GraphiQL keeps a pane collapsed on load, even if it is set as visible. */
function openQuestionPane(): void {
  if (matchMedia('(max-width: 60rem)').matches) return;
  document.querySelector<HTMLButtonElement>('.graphiql-sidebar button[aria-label="Show Questions"]')?.click();
}
