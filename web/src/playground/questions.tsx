/** @jsxImportSource react */
import { useEditorContext, useExecutionContext, type GraphiQLPlugin } from '@graphiql/react';
import type { Operation } from 'virtual:operations';

/** The properties of a sample operation that the pane uses. */
type Listed = Pick<Operation, 'name' | 'title' | 'text' | 'variables'>;

/** The pane that lists the sample operations, and the example last. A click opens one in the editor and runs it. */
export function questionsPlugin(questions: readonly Listed[], example: string | null): GraphiQLPlugin {
  const own = { name: 'Welcome', title: 'The example of the start page', text: example ?? '', variables: {} };
  const listed = example === null ? questions : [...questions, own];
  return { title: 'Questions', icon: QuestionIcon, content: () => <QuestionList listed={listed} /> };
}

function QuestionList({ listed }: { readonly listed: readonly Listed[] }): React.JSX.Element {
  const editor = useEditorContext({ nonNull: true });
  const execution = useExecutionContext({ nonNull: true });
  const open = ({ text, variables }: Listed): void => {
    editor.queryEditor?.setValue(text);
    editor.variableEditor?.setValue(Object.keys(variables).length === 0 ? '' : JSON.stringify(variables, null, 2));
    // GraphiQL updates the operations to run only after the editor has parsed the new text.
    setTimeout(() => execution.run(), 150);
  };
  return (
    <section className="questions" aria-label="Questions">
      <h2>Questions</h2>
      <ul>
        {listed.map((operation) => (
          <li key={operation.name}>
            <button type="button" onClick={() => open(operation)}>
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
