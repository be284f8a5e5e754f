import { expect, it } from 'vitest';
import { sharesOf } from './shares.js';

function frame(id: number, functionName: string, url: string, children: number[] = []) {
  return { id, callFrame: { functionName, url, scriptId: '0', lineNumber: 0, columnNumber: 0 }, children };
}

it('divides the busy time of a profile among areas and attributes frames without a file to their callers', () => {
  const nodes = [
    frame(1, '(root)', '', [2, 3, 5, 6]),
    frame(2, '(idle)', ''),
    frame(3, 'callResolver', 'file:///x/node_modules/graphql-jit/dist/execution.js', [4]),
    frame(4, 'compiledOperation', ''),
    frame(5, '(garbage collector)', ''),
    frame(6, 'run', 'file:///x/dist/neo4j/run.js', [7]),
    frame(7, 'Session.run', 'file:///x/node_modules/neo4j-driver-core/lib/session.js', [8]),
    frame(8, 'writeBuffer', '', [9]),
    frame(9, 'onwrite', 'node:internal/streams/writable'),
  ];
  const samples = [2, 3, 4, 5, 6, 7, 8, 9, 9];
  const profile = { nodes, startTime: 0, endTime: 9, samples, timeDeltas: samples.map(() => 1) };
  expect(sharesOf(profile)).toEqual({
    driver: 2 / 8,
    GraphQL: 2 / 8,
    'own code': 1 / 8,
    'HTTP framework': 0,
    'Node.js': 2 / 8,
    collecting: 1 / 8,
    other: 0,
  });
});
