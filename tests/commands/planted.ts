/** The word that stands for every password below; no output may contain it. */
export const planted = 'planted7Secret';

/** An environment in which each setting that can hold a password holds one, and no Neo4j answers. */
export const plantedEnvironment: Readonly<Record<string, string>> = {
  NEO4J_URI: 'bolt://127.0.0.1:1',
  NEO4J_PASSWORD: planted,
  CACHE_URL: `redis://user:${planted}@127.0.0.1:1`,
  OTEL_EXPORTER_OTLP_ENDPOINT: `http://user:${planted}@127.0.0.1:1`,
  LOG_LEVEL: 'trace',
  ACCESS_LOG: 'on',
};

/** A value for a setting that is wrong wherever one can be, with a password in it as by a slip of the hand. */
export const slipOfTheHand = `ftp://user:${planted}@example.org/?password=${planted}`;
