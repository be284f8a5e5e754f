/** The C1 compiler halves the startup time. Only a long-lived process benefits from the optimizing compiler. */
export const shortLivedFlags = [
  '-XX:TieredStopAtLevel=1',
  // The default code cache of that compiler is 48 MB, which Neo4j's planner fills.
  '-XX:ReservedCodeCacheSize=192m',
  '-XX:-UseG1GC',
  '-XX:+UseSerialGC',
  '-Xms320m',
  '-Xmn200m',
];
