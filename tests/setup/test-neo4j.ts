import { GenericContainer, Wait } from 'testcontainers';
import { randomBytes } from 'node:crypto';
import { readConfig } from '../../src/config.js';
import { findEngineProblem, ensureImage, neo4jImage } from '../../src/launchers/docker/engine.js';
import type { LaunchContext, ReportLine } from '../../src/launchers/launcher.js';
import { startTemporaryNeo4j, type TestNeo4j } from './temporary-neo4j.js';

/** Starts an empty Neo4j for tests. Ignores NEO4J_URI, because tests overwrite and delete data. */
export async function startTestNeo4j(log: ReportLine): Promise<TestNeo4j> {
  const { neo4j } = readConfig({ ...process.env, NEO4J_URI: '' });
  const context: LaunchContext = { report: log, signal: new AbortController().signal };
  if (neo4j.launcher === 'local') return startTemporaryNeo4j(neo4j, context);
  const missingReason =
    (await findEngineProblem()) ?? (await ensureImage(neo4jImage, () => log(`Pulling ${neo4jImage} (once)`)));
  if (missingReason === undefined) return startContainer(log);
  if (neo4j.launcher === 'docker') throw new Error(`ATLAS_NEO4J is "docker", but ${missingReason}.`);
  log(`Neo4j in Docker: no, ${missingReason}`);
  return startTemporaryNeo4j(neo4j, context);
}

/** The image with which Testcontainers removes the containers of killed test runs. */
const reaperImage = 'testcontainers/ryuk:0.14.0';

async function startContainer(log: ReportLine): Promise<TestNeo4j> {
  // Testcontainers starts no container if this image is missing. The container is stopped after the tests in any case.
  if ((await ensureImage(reaperImage, () => undefined, 20_000)) !== undefined) {
    process.env['TESTCONTAINERS_RYUK_DISABLED'] = 'true';
  }
  const password = randomBytes(12).toString('hex');
  log(`Starting a container of ${neo4jImage} with Testcontainers`);
  const container = await new GenericContainer(neo4jImage)
    .withEnvironment({ NEO4J_AUTH: `neo4j/${password}` })
    .withExposedPorts(7687)
    .withWaitStrategy(Wait.forLogMessage('Started.'))
    .withStartupTimeout(120_000)
    .start();
  const uri = `bolt://${container.getHost()}:${container.getMappedPort(7687)}`;
  return {
    target: { uri, username: 'neo4j', password, database: 'neo4j' },
    stop: async () => {
      await container.stop();
    },
  };
}
