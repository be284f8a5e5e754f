/** @jsxImportSource react */
import { useEditorContext, useExecutionContext, type GraphiQLPlugin } from '@graphiql/react';
import { operations, type Operation } from 'virtual:operations';
import { welcome, welcomeVariables } from './welcome.js';

/** The pane that lists the questions of `operations/`; a click opens one in the editor and runs it. */
export const questionsPlugin: GraphiQLPlugin = { title: 'Questions', icon: QuestionIcon, content: QuestionList };

const listed: readonly Operation[] = [
  ...operations,
  {
    name: 'Welcome',
    title: 'The example this page opens on',
    text: welcome,
    variables: welcomeVariables,
    drawable: welcome,
  },
];

function QuestionList(): React.JSX.Element {
  const editor = useEditorContext({ nonNull: true });
  const execution = useExecutionContext({ nonNull: true });
  const open = ({ text, variables }: Operation): void => {
    editor.queryEditor?.setValue(text);
    editor.variableEditor?.setValue(Object.keys(variables).length === 0 ? '' : JSON.stringify(variables, null, 2));
    // The editor tells its operations to the runner only after it has parsed the new text.
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
