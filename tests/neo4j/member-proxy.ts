import { connect, type Socket } from 'node:net';
import { startRestartableServer } from '../setup/restartable-server.js';
import {
  handshakeBytes,
  MessageReader,
  newSuccess,
  readStatementText,
  tags,
  versionBytes,
  withoutManifest,
} from './bolt-messages.js';

/** The addresses of a cluster's members by their roles; a member may have several. */
export interface RoutingTable {
  readonly routers: readonly string[];
  readonly readers: readonly string[];
  readonly writers: readonly string[];
}

/** A statement that a member has received. */
export interface ReceivedStatement {
  readonly text: string;
  /** Whether the client has sent it in write mode. */
  readonly isWrite: boolean;
}

/** A Bolt proxy in front of one Neo4j, which makes it a member of a cluster. */
export interface MemberProxy {
  /** Host and port, as in a routing table. */
  readonly address: string;
  /** Returns the statements that it has received since the last call. */
  takeStatements(): readonly ReceivedStatement[];
  /** Closes every connection and accepts no new one. */
  disconnect(): Promise<void>;
  /** Accepts connections again. */
  reconnect(): Promise<void>;
}

/** How long a driver may use a routing table, in seconds; a short time, in which it does not forget a failed member. */
const ttlSeconds = 2;

/** Starts a proxy to the Neo4j at a `bolt://` URI that replaces each routing table which that Neo4j sends. */
export async function startMemberProxy(uri: string, getTable: () => RoutingTable): Promise<MemberProxy> {
  const { hostname, port } = new URL(uri);
  const sockets = new Set<Socket>();
  let statements: ReceivedStatement[] = [];
  const server = await startRestartableServer(sockets, (client) => {
    const upstream = connect(Number(port), hostname);
    closeTogether(client, upstream, sockets);
    forwardMessages(client, upstream, getTable, (statement) => statements.push(statement));
  });
  return {
    address: `127.0.0.1:${server.port}`,
    takeStatements: () => {
      const taken = statements;
      statements = [];
      return taken;
    },
    disconnect: server.stop,
    reconnect: server.restart,
  };
}

/** Closes each socket with the other, as when a Neo4j is killed or refuses connections. */
function closeTogether(client: Socket, upstream: Socket, sockets: Set<Socket>): void {
  for (const [socket, other] of [
    [client, upstream],
    [upstream, client],
  ] as const) {
    sockets.add(socket);
    socket.on('error', () => undefined);
    socket.on('close', () => {
      sockets.delete(socket);
      other.destroy();
    });
  }
}

function forwardMessages(
  client: Socket,
  upstream: Socket,
  getTable: () => RoutingTable,
  onStatement: (statement: ReceivedStatement) => void,
): void {
  /** The tags of the requests whose responses are not complete. */
  const pending: number[] = [];
  let isInTransaction = false;
  let isWrite = false;
  const fromClient = new MessageReader(
    handshakeBytes,
    (handshake) => upstream.write(withoutManifest(handshake)),
    (tag, content, framed) => {
      if (tag === tags.begin || (tag === tags.run && !isInTransaction)) isWrite = !isReadMode(content);
      if (tag === tags.begin) isInTransaction = true;
      if (tag === tags.commit || tag === tags.rollback || tag === tags.reset) isInTransaction = false;
      if (tag === tags.run) onStatement({ text: readStatementText(content), isWrite });
      if (tag !== 0 && tag !== tags.goodbye) pending.push(tag);
      upstream.write(framed);
    },
  );
  const fromUpstream = new MessageReader(
    versionBytes,
    (version) => client.write(version),
    (tag, _content, framed) => {
      const request = tag === 0 || tag === tags.record ? undefined : pending.shift();
      client.write(request === tags.route && tag === tags.success ? newRouteResponse(getTable()) : framed);
    },
  );
  client.on('data', (chunk) => fromClient.push(chunk));
  upstream.on('data', (chunk) => fromUpstream.push(chunk));
}

/** Whether the settings of a transaction have the entry `mode` with the value `r`, as PackStream. */
function isReadMode(content: Buffer): boolean {
  return content.includes(Buffer.from([0x84, ...Buffer.from('mode'), 0x81, ...Buffer.from('r')]));
}

function newRouteResponse({ routers, readers, writers }: RoutingTable): Buffer {
  const servers = [
    { role: 'ROUTE', addresses: routers },
    { role: 'READ', addresses: readers },
    { role: 'WRITE', addresses: writers },
  ];
  return newSuccess({ rt: { ttl: ttlSeconds, db: 'neo4j', servers } });
}
