/**
 * The modules that the build copies into `dist/node_modules` with only the code that they use. Their packages contain
 * mostly files that a server never loads, such as source maps and code for browsers: 70 MB when installed. Other
 * libraries are dependencies that npm installs.
 */
export const bundledModules: readonly string[] = [
  '@opentelemetry/api',
  '@opentelemetry/core',
  '@opentelemetry/exporter-trace-otlp-http',
  '@opentelemetry/resources',
  '@opentelemetry/sdk-trace-base',
  '@redis/client',
  'opencc-js/core',
  'opencc-js/preset/t2cn',
  'zod',
];

/** The name of the package that contains a module: `opencc-js` for `opencc-js/core`. */
export function packageNameOf(module: string): string {
  return module
    .split('/')
    .slice(0, module.startsWith('@') ? 2 : 1)
    .join('/');
}
