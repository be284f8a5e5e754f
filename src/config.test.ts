import { describe, expect, it } from 'vitest';
import { readConfig } from './config.js';

describe('the configuration', () => {
  it('needs nothing', () => {
    expect(readConfig({})).toMatchObject({
      host: '127.0.0.1',
      port: 4000,
      neo4j: { launcher: undefined, uri: undefined },
    });
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
        LOG_LEVEL: must be one of trace, debug, info, warn, error, fatal, silent (found "loud")
        ATLAS_NEO4J: must be one of uri, docker, local (found "cloud")
        NEO4J_URI: must begin with one of bolt://, bolt+s://, bolt+ssc://, neo4j://, neo4j+s://, neo4j+ssc:// (found "http://here")]
    `);
  });

  it('asks for the password only of a Neo4j that will be used', () => {
    expect(() => readConfig({ NEO4J_URI: 'bolt://here' })).toThrow('NEO4J_PASSWORD: is needed');
    expect(readConfig({ NEO4J_URI: 'bolt://here', ATLAS_NEO4J: 'local' }).neo4j.launcher).toBe('local');
  });

  it('lists a password file that cannot be read with the other mistakes', () => {
    const environment = { NEO4J_URI: 'bolt://here', PORT: 'x' };
    for (const file of ['/no/such/file', '/']) {
      expect(() => readConfig({ ...environment, NEO4J_PASSWORD_FILE: file })).toThrow(
        /PORT: must be .*\n {2}NEO4J_PASSWORD_FILE: must be a file that can be read/,
      );
    }
  });

  it.each(['example.org', 'https://example.org/page', 'https://', 'http://a b'])('refuses the origin %s', (origin) => {
    expect(() => readConfig({ CORS_ORIGINS: origin })).toThrow(/CORS_ORIGINS: must be origins without a path/);
  });

  it.each(['https://example.org, http://localhost:5173', 'chrome-extension://abc', '*'])(
    'takes the origins %s',
    (origins) => {
      expect(readConfig({ CORS_ORIGINS: origins }).http.corsOrigins).toEqual(origins.split(', '));
    },
  );

  it.each(['1', 'garbage', '10.0.0.1/33', '10.0.0.0/8/8', '10.0.0.1,nonsense'])('refuses the proxy %s', (proxy) => {
    expect(() => readConfig({ TRUST_PROXY: proxy })).toThrow(
      /TRUST_PROXY: must be addresses or networks, as .* \(found/,
    );
  });

  it.each(['10.0.0.1', '10.0.0.0/8, ::1', 'loopback', 'fd00::/8'])('takes the proxy %s', (proxy) => {
    expect(readConfig({ TRUST_PROXY: proxy }).http.trustProxy).toEqual(proxy.split(', '));
  });

  it.each(['atlas', '/', '/atlas/', '//atlas', '/a//b', '/../atlas', '/at las', '/atlas?', 'https://here/atlas'])(
    'refuses the base path %s',
    (path) => {
      expect(() => readConfig({ BASE_PATH: path })).toThrow(/BASE_PATH: must be a path that begins with \/ .* \(found/);
    },
  );

  it.each(['/atlas', '/know-how/atlas_2.0'])('takes the base path %s', (path) => {
    expect(readConfig({ BASE_PATH: path }).http.basePath).toBe(path);
  });

  it.each([
    ['NEO4J_URI', 'bolt://neo4j:planted@here:7687'],
    ['NEO4J_URI', 'http://neo4j:pl@planted:planted@here'],
    ['NEO4J_URI', 'neo4j:planted@here'],
    ['CACHE_URL', 'redis://:planted@here:99999999'],
    ['CACHE_URL', 'http://user:planted@here'],
    ['OTEL_EXPORTER_OTLP_ENDPOINT', 'ftp://user:planted@here'],
    ['CACHE_URL', 'http://here/?password=planted'],
  ])('refuses %s=%s without telling the secret in it', (name, value) => {
    const environment = { NEO4J_PASSWORD: 'planted', [name]: value };
    expect(() => readConfig(environment)).toThrow(name);
    expect(() => readConfig(environment)).not.toThrow(/planted/);
  });
});
