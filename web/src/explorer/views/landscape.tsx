import type { JSX } from 'preact';
import { LandscapeDocument, type LandscapeQuery } from '../../generated/graphql.js';
import { useAnswer } from '../ask/use-answer.js';
import { AnswerState } from '../parts/answer-state.js';
import { EntityLink } from '../parts/entity-link.js';
import { StatusMark } from '../parts/status-mark.js';
import { nameOf, say } from '../words/say.js';
import { PageHead } from './page-head.js';

type Domain = LandscapeQuery['domains']['nodes'][number];
type Tool = Domain['tools']['nodes'][number];

/** The industry map: every domain with its tools as cards, by maker. */
export function Landscape(): JSX.Element {
  return (
    <div class="page">
      <PageHead title={say('view.landscape')} intro={say('landscape.intro')} />
      <AnswerState answer={useAnswer(LandscapeDocument, {})}>
        {({ domains }) => (
          <div class="landscape">
            {domains.nodes.map((domain) => (
              <section key={domain.id} class="domain">
                <h3>
                  <EntityLink entity={domain} />{' '}
                  <small>{say('landscape.tools', { count: domain.tools.totalCount })}</small>
                </h3>
                <ul>
                  {byMaker(domain.tools.nodes).map((tool) => (
                    <ToolCard key={tool.id} tool={tool} />
                  ))}
                </ul>
              </section>
            ))}
          </div>
        )}
      </AnswerState>
    </div>
  );
}

function ToolCard({ tool }: { readonly tool: Tool }): JSX.Element {
  const { edges } = tool.companies;
  return (
    <li class="tool">
      <EntityLink entity={tool} plain />
      <span class="makers">
        {edges.length === 0 && <em>{say('landscape.noMaker')}</em>}
        {edges.map(({ node, relation }) => (
          <span key={node.id} class={`maker fact-${relation?.status ?? 'UNCHECKED'}`}>
            <EntityLink entity={node} /> <StatusMark status={relation?.status} />
          </span>
        ))}
      </span>
    </li>
  );
}

/** Tools of one maker side by side; those without a maker at the end. */
function byMaker(tools: readonly Tool[]): Tool[] {
  const key = ({ companies: { edges } }: Tool): string => edges.map(({ node }) => nameOf(node)).join() || '\uffff';
  return tools.toSorted((one, other) => key(one).localeCompare(key(other)));
}
