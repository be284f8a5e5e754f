/** The `neo4j.conf` of a Neo4j that listens on the loopback interface only, sized for a laptop. */
export function buildNeo4jConf(boltPort: number): string {
  const settings: Record<string, string> = {
    'server.default_listen_address': '127.0.0.1',
    'server.bolt.listen_address': `127.0.0.1:${boltPort}`,
    'server.bolt.advertised_address': `127.0.0.1:${boltPort}`,
    'server.http.enabled': 'false',
    'server.https.enabled': 'false',
    // This process is the only client, so no other connections need to drain. The defaults wait ten seconds.
    'internal.dbms.bolt.netty_server_shutdown_quiet_period': '0',
    'internal.server.bolt.thread_pool_shutdown_wait_time': '1s',
    'dbms.security.auth_enabled': 'true',
    'dbms.usage_report.enabled': 'false',
    'server.memory.pagecache.size': '64m',
    'dbms.memory.transaction.total.max': '256m',
    'db.tx_log.preallocate': 'false',
    // A full disk leaves an incomplete transaction at the end of the log. By default Neo4j would then not start again.
    'internal.dbms.tx_log.fail_on_corrupted_log_files': 'false',
    'db.tx_log.rotation.size': '16m',
    'db.tx_log.rotation.retention_policy': '32M size',
  };
  return Object.entries(settings)
    .map(([key, value]) => `${key}=${value}\n`)
    .join('');
}

/** The Java flags: those that Neo4j requires, and a heap size suitable for a laptop. */
export function buildJavaFlags(jarDirectory: string): string[] {
  const openedPackages = [
    'java.base/java.nio',
    'java.base/java.lang',
    'java.base/sun.nio.ch',
    'java.base/java.util.concurrent',
  ];
  return [
    '-Xmx768m',
    '-Xms128m',
    '-XX:+UseG1GC',
    '-XX:+ExitOnOutOfMemoryError',
    '-Dfile.encoding=UTF-8',
    ...openedPackages.map((name) => `--add-opens=${name}=ALL-UNNAMED`),
    '-cp',
    `${jarDirectory}/*`,
  ];
}
