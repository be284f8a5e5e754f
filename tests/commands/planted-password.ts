/** The password in all settings below; no output may contain it. */
export const plantedPassword = 'planted7Secret';

/** An environment with a password in each setting that can contain one, and without a reachable Neo4j. */
export const plantedEnvironment: Readonly<Record<string, string>> = {
  NEO4J_URI: 'bolt://127.0.0.1:1',
  NEO4J_PASSWORD: plantedPassword,
  CACHE_URL: `redis://user:${plantedPassword}@127.0.0.1:1`,
  OTEL_EXPORTER_OTLP_ENDPOINT: `http://user:${plantedPassword}@127.0.0.1:1`,
  LOG_LEVEL: 'trace',
  ACCESS_LOG: 'on',
};

/** A value that is invalid for every setting that can be invalid, and that contains a password by mistake. */
export const misplacedPassword = `ftp://user:${plantedPassword}@example.org/?password=${plantedPassword}`;
