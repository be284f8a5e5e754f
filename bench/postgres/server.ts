import { createServer } from 'node:http';
import pg from 'pg';
import { postgraphile } from 'postgraphile';
import { notifyReady, countCalls, readServerConfig } from '../servers/server-process.js';

const { port, postgres } = readServerConfig();
if (postgres === undefined)
  throw new Error('PostGraphile needs BENCH_POSTGRES, the connection string of a PostgreSQL.');
countCalls(pg.Client.prototype, 'query');
const pool = new pg.Pool({ connectionString: postgres, max: 10 });
createServer(postgraphile(pool, 'public', { disableQueryLog: true, graphiql: false, ignoreRBAC: true })).listen(
  port,
  '127.0.0.1',
  notifyReady,
);
