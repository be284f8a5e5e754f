/** A parsed `.cypher` file: its header, and the statement without comments. */
export interface CypherText {
  /** The header's text by keyword: Purpose, Parameters, Columns, Index. */
  readonly header: ReadonlyMap<string, string>;
  readonly statement: string;
}

/** Parses a `.cypher` file: comment lines such as `// Purpose: …` with indented continuations, then the statement. */
export function parseCypherFile(text: string): CypherText {
  const header = new Map<string, string>();
  let keyword: string | undefined;
  for (const line of text.split('\n').filter((candidate) => candidate.startsWith('//'))) {
    const [, newKeyword, content = ''] = /^\/\/ (?:([A-Z][a-z]+): | {2})?(.*)$/.exec(line) ?? [];
    keyword = newKeyword ?? keyword;
    if (keyword !== undefined) header.set(keyword, `${header.get(keyword) ?? ''} ${content}`.trim());
  }
  return { header, statement: withoutComments(text) };
}

/** The parameters that a statement or a header's list names, sorted and without duplicates. */
export function parameterNames(text: string): string[] {
  return [...new Set([...text.matchAll(/\$([A-Za-z_]\w*)/g)].map(([, name = '']) => name))].toSorted();
}

/** The columns that a statement returns. */
export function columnNames(statement: string): string[] {
  const returnClause =
    /(?:^|\n)(?:RETURN|SHOW \w+ YIELD)\s+((?:(?!\n(?:RETURN|UNWIND|MATCH|WITH|CALL)\b)[\s\S])*)$/.exec(statement);
  return topLevelItems(returnClause?.[1] ?? '').map((item) => /(\w+)\s*$/.exec(item)?.[1] ?? item);
}

/** Pattern variables and AS aliases that are not in lower camel case: often a type without its colon. */
export function misnamedVariables(statement: string): string[] {
  const text = statement.replaceAll(/'[^']*'|`[^`]*`/g, "''");
  const matches = [
    ...text.matchAll(/[(<>-]\[\s*(\w+)/g),
    ...text.matchAll(/\(\s*(?!(?:COLLECT|COUNT|EXISTS)\s*\{)(\w+)\s*(?=[:){])/g),
    ...text.matchAll(/\bAS\s+(\w+)/g),
  ];
  return matches.map(([, name = '']) => name).filter((name) => !/^([a-z][A-Za-z0-9]*|\d+)$/.test(name));
}

function withoutComments(text: string): string {
  return text
    .split('\n')
    .filter((line) => !line.trimStart().startsWith('//'))
    .join('\n')
    .trim();
}

function topLevelItems(list: string): string[] {
  const items = [''];
  let depth = 0;
  for (const character of list) {
    if ('([{'.includes(character)) depth += 1;
    if (')]}'.includes(character)) depth -= 1;
    if (character === ',' && depth === 0) items.push('');
    else items.push(`${items.pop() ?? ''}${character}`);
  }
  return items.map((item) => item.trim()).filter((item) => item !== '');
}
