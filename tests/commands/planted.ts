/** The password in all settings below; no output may contain it. */
export const planted = 'planted7Secret';

/** An environment with a password in each setting that can contain one, and without a reachable Neo4j. */
export const plantedEnvironment: Readonly<Record<string, string>> = {
  NEO4J_URI: 'bolt://127.0.0.1:1',
  NEO4J_PASSWORD: planted,
  CACHE_URL: `redis://user:${planted}@127.0.0.1:1`,
  OTEL_EXPORTER_OTLP_ENDPOINT: `http://user:${planted}@127.0.0.1:1`,
  LOG_LEVEL: 'trace',
  ACCESS_LOG: 'on',
};

/** A value that is invalid for every setting that can be invalid, and that contains a password by mistake. */
export const slipOfTheHand = `ftp://user:${planted}@example.org/?password=${planted}`;
