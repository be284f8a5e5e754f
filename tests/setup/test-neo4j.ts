import { GenericContainer, Wait } from 'testcontainers';
import { randomBytes } from 'node:crypto';
import { readConfig } from '../../src/config.js';
import { missingEngine, missingImage, neo4jImage } from '../../src/launchers/docker/engine.js';
import { startThrowAway } from '../../src/launchers/local/throw-away.js';
import { leftRunning, type LaunchContext, type RunningNeo4j, type Say } from '../../src/launchers/launcher.js';

/** Starts an empty Neo4j for tests. Ignores NEO4J_URI, because tests overwrite and delete data. */
export async function startTestNeo4j(say: Say): Promise<RunningNeo4j> {
  const { neo4j } = readConfig({ ...process.env, NEO4J_URI: '' });
  const context: LaunchContext = { say, signal: new AbortController().signal };
  if (neo4j.launcher === 'local') return startThrowAway(neo4j, context);
  const missing =
    (await missingEngine()) ?? (await missingImage(neo4jImage, () => say(`Pulling ${neo4jImage} (once)`)));
  if (missing === undefined) return startContainer(say);
  if (neo4j.launcher === 'docker') throw new Error(`ATLAS_NEO4J is "docker", but ${missing}.`);
  say(`Neo4j in Docker: no, ${missing}`);
  return startThrowAway(neo4j, context);
}

/** The image with which Testcontainers removes the containers of killed test runs. */
const reaperImage = 'testcontainers/ryuk:0.14.0';

async function startContainer(say: Say): Promise<RunningNeo4j> {
  // Testcontainers starts no container if this image is missing. The container is stopped after the tests in any case.
  if ((await missingImage(reaperImage, () => undefined, 20_000)) !== undefined) {
    process.env['TESTCONTAINERS_RYUK_DISABLED'] = 'true';
  }
  const password = randomBytes(12).toString('hex');
  say(`Starting a container of ${neo4jImage} with Testcontainers`);
  const container = await new GenericContainer(neo4jImage)
    .withEnvironment({ NEO4J_AUTH: `neo4j/${password}` })
    .withExposedPorts(7687)
    .withWaitStrategy(Wait.forLogMessage('Started.'))
    .withStartupTimeout(120_000)
    .start();
  const uri = `bolt://${container.getHost()}:${container.getMappedPort(7687)}`;
  return {
    launcher: 'docker',
    target: { uri, username: 'neo4j', password, database: 'neo4j' },
    description: `${neo4jImage} in Docker at ${uri}`,
    ended: leftRunning.ended,
    stop: async () => {
      await container.stop();
    },
  };
}
