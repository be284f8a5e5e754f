import { diag, DiagLogLevel } from '@opentelemetry/api';
import { OTLPTraceExporter } from '@opentelemetry/exporter-trace-otlp-http';
import { detectResources, envDetector, resourceFromAttributes } from '@opentelemetry/resources';
import { BasicTracerProvider, BatchSpanProcessor } from '@opentelemetry/sdk-trace-base';
import { randomUUID } from 'node:crypto';
import type { Logger } from 'pino';
import { version } from '../version.js';

/** How long the shutdown of the server waits for the last spans to be exported, in milliseconds. */
const lastSpansMs = 2_000;

/**
 * Creates a tracer provider that exports spans in batches to a collector; if the collector fails, only spans are lost.
 */
export function spansTo(url: string, logger: Logger): BasicTracerProvider {
  const tell = (message: string): void => logger.warn({ reason: message }, 'Spans could not be sent');
  const nothing = (): void => undefined;
  diag.setLogger(
    { error: tell, warn: tell, info: nothing, debug: nothing, verbose: nothing },
    { logLevel: DiagLogLevel.WARN, suppressOverrideMessage: true },
  );
  const ours = { 'service.name': 'aigc-atlas', 'service.version': version, 'service.instance.id': randomUUID() };
  return new BasicTracerProvider({
    // OTEL_SERVICE_NAME and OTEL_RESOURCE_ATTRIBUTES take precedence.
    resource: resourceFromAttributes(ours).merge(detectResources({ detectors: [envDetector] })),
    spanProcessors: [new BatchSpanProcessor(new OTLPTraceExporter({ url }))],
  });
}

/** Exports the remaining spans, and gives up after a timeout. */
export async function sendLast(provider: BasicTracerProvider): Promise<void> {
  const patience = new Promise((resolve) => setTimeout(resolve, lastSpansMs).unref());
  await Promise.race([provider.shutdown().catch(() => undefined), patience]);
}
