/** The `neo4j.conf` of a Neo4j that only this machine can reach, sized for a laptop. */
export function neo4jConf(boltPort: number): string {
  const settings: Record<string, string> = {
    'server.default_listen_address': '127.0.0.1',
    'server.bolt.listen_address': `127.0.0.1:${boltPort}`,
    'server.bolt.advertised_address': `127.0.0.1:${boltPort}`,
    'server.http.enabled': 'false',
    'server.https.enabled': 'false',
    // Nobody but us is connected when it stops: without these it waits ten seconds for stragglers.
    'internal.dbms.bolt.netty_server_shutdown_quiet_period': '0',
    'internal.server.bolt.thread_pool_shutdown_wait_time': '1s',
    'dbms.security.auth_enabled': 'true',
    'dbms.usage_report.enabled': 'false',
    'server.memory.pagecache.size': '64m',
    'dbms.memory.transaction.total.max': '256m',
    'db.tx_log.preallocate': 'false',
    // A write to a full disk leaves half a transaction at the log's end: without this Neo4j would never start again.
    'internal.dbms.tx_log.fail_on_corrupted_log_files': 'false',
    'db.tx_log.rotation.size': '16m',
    'db.tx_log.rotation.retention_policy': '32M size',
  };
  return Object.entries(settings)
    .map(([key, value]) => `${key}=${value}\n`)
    .join('');
}

/** The quick compiler halves the start; only what runs for long gains from the thorough one. */
const quickFlags = [
  '-XX:TieredStopAtLevel=1',
  // Otherwise Java gives that compiler 48 MB, which Neo4j's planner fills.
  '-XX:ReservedCodeCacheSize=192m',
  '-XX:+UseSerialGC',
  '-Xms320m',
  '-Xmn200m',
];

/** What Java is told: Neo4j's own needs, and a heap that leaves a laptop its memory. */
export function javaFlags(jarFolder: string, lifetime: 'long' | 'short'): string[] {
  const opened = [
    'java.base/java.nio',
    'java.base/java.lang',
    'java.base/sun.nio.ch',
    'java.base/java.util.concurrent',
  ];
  return [
    '-Xmx512m',
    ...(lifetime === 'short' ? quickFlags : ['-Xms128m', '-XX:+UseG1GC']),
    '-XX:+ExitOnOutOfMemoryError',
    '-Dfile.encoding=UTF-8',
    ...opened.map((name) => `--add-opens=${name}=ALL-UNNAMED`),
    '-cp',
    `${jarFolder}/*`,
  ];
}
