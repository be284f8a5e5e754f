import { availableParallelism } from 'node:os';
import { describe, expect, it } from 'vitest';
import { inspectConfig, readConfig } from './config.js';

describe('the configuration', () => {
  it('has a default for every setting', () => {
    expect(readConfig({})).toMatchObject({
      host: '127.0.0.1',
      port: 4000,
      neo4j: { launcher: undefined, uri: undefined },
    });
  });

  it('treats an empty variable as unset', () => {
    expect(readConfig({ PORT: '', NEO4J_URI: '' })).toMatchObject({ port: 4000, neo4j: { uri: undefined } });
  });

  it('starts as many workers as set, or one for each core', () => {
    expect(readConfig({}).workers).toBe(1);
    expect(readConfig({ WORKERS: '12' }).workers).toBe(12);
    expect(readConfig({ WORKERS: 'auto' }).workers).toBe(availableParallelism());
  });

  it.each(['0', '65', '-1', '1.5', 'all'])('rejects %s workers', (count) => {
    expect(() => readConfig({ WORKERS: count })).toThrow('WORKERS: must be auto, or a whole number from 1 to 64');
  });

  it('is frozen', () => {
    const config = readConfig({});
    expect(Object.isFrozen(config) && Object.isFrozen(config.neo4j)).toBe(true);
  });

  it.each(['bolt', 'bolt+s', 'bolt+ssc', 'neo4j', 'neo4j+s', 'neo4j+ssc'])('accepts the scheme %s', (scheme) => {
    const uri = `${scheme}://example.org`;
    expect(readConfig({ NEO4J_URI: uri, NEO4J_PASSWORD: 'secret' }).neo4j.uri).toBe(uri);
  });

  it('reports all problems at once, with the values found but without secrets', () => {
    const environment = {
      PORT: '70000',
      LOG_LEVEL: 'loud',
      NEO4J_URI: 'http://here',
      ATLAS_NEO4J: 'cloud',
      NEO4J_PASSWORD: 'pw',
    };
    expect(() => readConfig(environment)).toThrowErrorMatchingInlineSnapshot(`
      [AtlasError: Correct these settings:
        PORT or --port: must be a whole number from 0 to 65535 (found "70000")
        LOG_LEVEL: must be one of trace, debug, info, warn, error, fatal, silent (found "loud")
        ATLAS_NEO4J or --neo4j: must be one of uri, docker, local (found "cloud")
        NEO4J_URI: must begin with one of bolt://, bolt+s://, bolt+ssc://, neo4j://, neo4j+s://, neo4j+ssc:// (found "http://here")]
    `);
  });

  it('has defaults for invalid settings, and an error that lists them, if it is inspected', () => {
    const { config, error } = inspectConfig({ PORT: '70000', LOG_LEVEL: 'loud', HOST: '::1' });
    expect(config).toMatchObject({ port: 4000, logLevel: 'warn', host: '::1' });
    expect(error?.message).toMatch(/PORT or --port: .*\n {2}LOG_LEVEL: /);
    expect(inspectConfig({ NEO4J_URI: 'bolt://here' })).toMatchObject({
      config: { neo4j: { uri: 'bolt://here' } },
      error: { code: 'BAD_CONFIG' },
    });
    expect(inspectConfig({}).error).toBeUndefined();
  });

  it('requires a password only if NEO4J_URI is used', () => {
    expect(() => readConfig({ NEO4J_URI: 'bolt://here' })).toThrow(
      'NEO4J_PASSWORD or NEO4J_PASSWORD_FILE: is required',
    );
    expect(readConfig({ NEO4J_URI: 'bolt://here', ATLAS_NEO4J: 'local' }).neo4j.launcher).toBe('local');
  });

  it('reports an unreadable password file together with the other problems', () => {
    const environment = { NEO4J_URI: 'bolt://here', PORT: 'x' };
    for (const file of ['/no/such/file', '/']) {
      expect(() => readConfig({ ...environment, NEO4J_PASSWORD_FILE: file })).toThrow(
        /PORT or --port: must be .*\n {2}NEO4J_PASSWORD_FILE: must be a readable file/,
      );
    }
  });

  it.each(['0', '1', '0.0.0', '127.1', '0x7f000001', '0x0'])('rejects the incomplete address %s', (host) => {
    expect(() => readConfig({ HOST: host })).toThrow(
      `HOST: must be a complete IP address or a name, such as 127.0.0.1`,
    );
  });

  it.each(['0.0.0.0', '::', 'fe80::1%eth0', 'localhost', 'server-1', '1.example.org'])(
    'accepts the host %s',
    (host) => {
      expect(readConfig({ HOST: host }).host).toBe(host);
    },
  );

  it('ignores a relative path in the XDG variables', () => {
    expect(readConfig({ XDG_CACHE_HOME: 'cache', XDG_DATA_HOME: './data' })).toEqual(readConfig({}));
    const { neo4j } = readConfig({ XDG_CACHE_HOME: '/cache', XDG_DATA_HOME: '/data' });
    expect([neo4j.cacheDir, neo4j.dataHome]).toEqual(['/cache/aigc-atlas', '/data']);
  });

  it.each(['TRUST_PROXY', 'CORS_ORIGINS'])('rejects a list without an item in %s', (name) => {
    for (const list of [',', ' , ']) {
      expect(() => readConfig({ [name]: list })).toThrow(
        `${name}: must have at least one item; to list none, unset it`,
      );
    }
  });

  it.each(['example.org', 'https://example.org/page', 'https://', 'http://a b'])('rejects the origin %s', (origin) => {
    expect(() => readConfig({ CORS_ORIGINS: origin })).toThrow(
      /CORS_ORIGINS: must be a comma-separated list of origins without a path/,
    );
  });

  it.each(['https://example.org, http://localhost:5173', 'chrome-extension://abc', '*'])(
    'accepts the origins %s',
    (origins) => {
      expect(readConfig({ CORS_ORIGINS: origins }).http.corsOrigins).toEqual(origins.split(', '));
    },
  );

  it.each(['1', 'garbage', '10.0.0.1/33', '10.0.0.0/8/8', '10.0.0.1,nonsense'])('rejects the proxy %s', (proxy) => {
    expect(() => readConfig({ TRUST_PROXY: proxy })).toThrow(
      /TRUST_PROXY: must be a comma-separated list of IP addresses or networks, such as .* \(found/,
    );
  });

  it.each(['10.0.0.1', '10.0.0.0/8, ::1', 'loopback', 'fd00::/8'])('accepts the proxy %s', (proxy) => {
    expect(readConfig({ TRUST_PROXY: proxy }).http.trustProxy).toEqual(proxy.split(', '));
  });

  it.each(['atlas', '/', '/atlas/', '//atlas', '/a//b', '/../atlas', '/at las', '/atlas?', 'https://here/atlas'])(
    'rejects the base path %s',
    (path) => {
      expect(() => readConfig({ BASE_PATH: path })).toThrow(/BASE_PATH: must be a path that begins with \/ .* \(found/);
    },
  );

  it.each(['/atlas', '/know-how/atlas_2.0'])('accepts the base path %s', (path) => {
    expect(readConfig({ BASE_PATH: path }).http.basePath).toBe(path);
  });

  it('rejects a subgraph that runs persisted operations only', () => {
    expect(readConfig({ SUBGRAPH: 'on' }).http.isSubgraph).toBe(true);
    expect(readConfig({}).http.isSubgraph).toBe(false);
    expect(() => readConfig({ SUBGRAPH: 'on', PERSISTED_ONLY: '1' })).toThrow(
      /SUBGRAPH: must be "off" because PERSISTED_ONLY is "1"/,
    );
  });

  it.each([
    ['NEO4J_URI', 'bolt://neo4j:planted@here:7687'],
    ['NEO4J_URI', 'http://neo4j:pl@planted:planted@here'],
    ['NEO4J_URI', 'neo4j:planted@here'],
    ['CACHE_URL', 'redis://:planted@here:99999999'],
    ['CACHE_URL', 'http://user:planted@here'],
    ['OTEL_EXPORTER_OTLP_ENDPOINT', 'ftp://user:planted@here'],
    ['CACHE_URL', 'http://here/?password=planted'],
  ])('rejects %s=%s without revealing the secret in it', (name, value) => {
    const environment = { NEO4J_PASSWORD: 'planted', [name]: value };
    expect(() => readConfig(environment)).toThrow(name);
    expect(() => readConfig(environment)).not.toThrow(/planted/);
  });
});
