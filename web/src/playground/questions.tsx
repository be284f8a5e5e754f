/** @jsxImportSource react */
import { useEditorContext, useExecutionContext, type GraphiQLPlugin } from '@graphiql/react';
import type { Operation } from 'virtual:operations';

/** The properties of a sample operation that the pane uses. */
type ListedOperation = Pick<Operation, 'name' | 'title' | 'text' | 'variables'>;

/** The pane that lists the sample operations, and the example last. A click opens one in the editor and runs it. */
export function questionsPlugin(questions: readonly ListedOperation[], example: string | null): GraphiQLPlugin {
  const welcome = { name: 'Welcome', title: 'The example of the start page', text: example ?? '', variables: {} };
  const operations = example === null ? questions : [...questions, welcome];
  return { title: 'Questions', icon: QuestionIcon, content: () => <QuestionList operations={operations} /> };
}

function QuestionList({ operations }: { readonly operations: readonly ListedOperation[] }): React.JSX.Element {
  const editor = useEditorContext({ nonNull: true });
  const execution = useExecutionContext({ nonNull: true });
  const openOperation = ({ text, variables }: ListedOperation): void => {
    editor.queryEditor?.setValue(text);
    editor.variableEditor?.setValue(Object.keys(variables).length === 0 ? '' : JSON.stringify(variables, null, 2));
    // GraphiQL updates the operations to run only after the editor has parsed the new text.
    setTimeout(() => execution.run(), 150);
  };
  return (
    <section className="questions" aria-label="Questions">
      <h2>Questions</h2>
      <ul>
        {operations.map((operation) => (
          <li key={operation.name}>
            <button type="button" onClick={() => openOperation(operation)}>
              {operation.title}
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}

function QuestionIcon(): React.JSX.Element {
  return (
    <svg viewBox="0 0 24 24" fill="none" stroke="currentColor" strokeWidth="1.5" aria-hidden="true">
      <path d="M4 6h10M4 12h16M4 18h13" strokeLinecap="round" />
      <circle cx="19" cy="6" r="2" />
    </svg>
  );
}
