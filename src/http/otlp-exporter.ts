import { diag, DiagLogLevel } from '@opentelemetry/api';
import { OTLPTraceExporter } from '@opentelemetry/exporter-trace-otlp-http';
import { detectResources, envDetector, resourceFromAttributes } from '@opentelemetry/resources';
import { BasicTracerProvider, BatchSpanProcessor } from '@opentelemetry/sdk-trace-base';
import { randomUUID } from 'node:crypto';
import type { Logger } from 'pino';
import { version } from '../version.js';

/** How long the shutdown of the server waits for the last spans to be exported, in milliseconds. */
const flushTimeoutMs = 2_000;

/**
 * Creates a tracer provider that exports spans in batches to a collector; if the collector fails, only spans are lost.
 */
export function newTracerProvider(url: string, logger: Logger): BasicTracerProvider {
  const warn = (message: string): void => logger.warn({ reason: message }, 'Spans could not be sent');
  const ignore = (): void => undefined;
  diag.setLogger(
    { error: warn, warn, info: ignore, debug: ignore, verbose: ignore },
    { logLevel: DiagLogLevel.WARN, suppressOverrideMessage: true },
  );
  const serviceAttributes = {
    'service.name': 'aigc-atlas',
    'service.version': version,
    'service.instance.id': randomUUID(),
  };
  return new BasicTracerProvider({
    // OTEL_SERVICE_NAME and OTEL_RESOURCE_ATTRIBUTES take precedence.
    resource: resourceFromAttributes(serviceAttributes).merge(detectResources({ detectors: [envDetector] })),
    spanProcessors: [new BatchSpanProcessor(new OTLPTraceExporter({ url }))],
  });
}

/** Exports the remaining spans, and gives up after a timeout. */
export async function flushSpans(provider: BasicTracerProvider): Promise<void> {
  const flushTimeout = new Promise((resolve) => setTimeout(resolve, flushTimeoutMs).unref());
  await Promise.race([provider.shutdown().catch(() => undefined), flushTimeout]);
}
