/** Values of an operation's variables. */
export type Variables = Readonly<Record<string, unknown>>;

/** A field of an operation, as far as its cost goes. */
export interface CostNode {
  readonly name: string;
  /** How often the field may stand in its parent's answer. */
  readonly size: (variables: Variables) => number;
  /** What is paid once however large the answer: conditions to be tested. */
  readonly conditions: (variables: Variables) => number;
  readonly children: readonly CostNode[];
}

/** What one condition of a filter counts, in fields. */
const conditionCost = 10;

/** How many fields the answer may have at most, each condition tested on the way counted as several. */
export function costOf(nodes: readonly CostNode[], variables: Variables): number {
  return nodes.reduce((sum, node) => sum + costOfNode(node, variables), 0);
}

function costOfNode(node: CostNode, variables: Variables): number {
  const conditions = conditionCost * node.conditions(variables);
  return conditions + node.size(variables) * (1 + costOf(node.children, variables));
}

/** The dearest way down the operation: where to ask for smaller pages. */
export function dearestPath(nodes: readonly CostNode[], variables: Variables): string {
  const [dearest] = [...nodes].sort((a, b) => costOfNode(b, variables) - costOfNode(a, variables));
  if (!dearest) return '';
  const size = dearest.size(variables);
  const rest = dearestPath(dearest.children, variables);
  const own = size > 1 ? `${dearest.name} (${size})` : dearest.name;
  return rest === '' ? own : `${own} > ${rest}`;
}
