import { describe, expect, it } from 'vitest';
import { readConfig } from './config.js';

describe('the configuration', () => {
  it('needs nothing', () => {
    expect(readConfig({})).toMatchObject({ host: '127.0.0.1', port: 4000, neo4j: { way: undefined, uri: undefined } });
  });

  it('takes an empty variable for an absent one', () => {
    expect(readConfig({ PORT: '', NEO4J_URI: '' })).toMatchObject({ port: 4000, neo4j: { uri: undefined } });
  });

  it('cannot be changed', () => {
    const config = readConfig({});
    expect(Object.isFrozen(config) && Object.isFrozen(config.neo4j)).toBe(true);
  });

  it.each(['bolt', 'bolt+s', 'bolt+ssc', 'neo4j', 'neo4j+s', 'neo4j+ssc'])('knows the scheme %s', (scheme) => {
    const uri = `${scheme}://example.org`;
    expect(readConfig({ NEO4J_URI: uri, NEO4J_PASSWORD: 'secret' }).neo4j.uri).toBe(uri);
  });

  it('tells all problems at once, with what was found, and no secret', () => {
    const environment = {
      PORT: '70000',
      LOG_LEVEL: 'loud',
      NEO4J_URI: 'http://here',
      ATLAS_NEO4J: 'cloud',
      NEO4J_PASSWORD: 'pw',
    };
    expect(() => readConfig(environment)).toThrowErrorMatchingInlineSnapshot(`
      [AtlasError: These environment variables have to be corrected:
        PORT: must be a whole number from 0 to 65535 (found "70000")
        LOG_LEVEL: Invalid option: expected one of "trace"|"debug"|"info"|"warn"|"error"|"fatal"|"silent" (found "loud")
        ATLAS_NEO4J: Invalid option: expected one of "uri"|"docker"|"local" (found "cloud")
        NEO4J_URI: must begin with one of bolt://, bolt+s://, bolt+ssc://, neo4j://, neo4j+s://, neo4j+ssc:// (found "http://here")]
    `);
  });

  it('asks for the password only of a Neo4j that will be used', () => {
    expect(() => readConfig({ NEO4J_URI: 'bolt://here' })).toThrow('NEO4J_PASSWORD: is needed');
    expect(readConfig({ NEO4J_URI: 'bolt://here', ATLAS_NEO4J: 'local' }).neo4j.way).toBe('local');
  });
});
