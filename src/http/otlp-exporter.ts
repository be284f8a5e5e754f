import { diag, DiagLogLevel } from '@opentelemetry/api';
import { OTLPTraceExporter } from '@opentelemetry/exporter-trace-otlp-http';
import { detectResources, envDetector, resourceFromAttributes } from '@opentelemetry/resources';
import { BasicTracerProvider, BatchSpanProcessor } from '@opentelemetry/sdk-trace-base';
import type { Logger } from 'pino';

/** How long the end of the server may wait for the last spans to be taken. */
const lastSpansMs = 2_000;

/** Sends spans in batches to the collector at an OTLP endpoint; one that is away costs spans and nothing else. */
export function spansTo(endpoint: string, logger: Logger): BasicTracerProvider {
  const tell = (message: string): void => logger.warn({ reason: message }, 'Spans could not be sent');
  const nothing = (): void => undefined;
  diag.setLogger(
    { error: tell, warn: tell, info: nothing, debug: nothing, verbose: nothing },
    { logLevel: DiagLogLevel.WARN, suppressOverrideMessage: true },
  );
  const exporter = new OTLPTraceExporter({ url: `${endpoint.replace(/\/+$/, '')}/v1/traces` });
  return new BasicTracerProvider({
    // What OTEL_SERVICE_NAME and OTEL_RESOURCE_ATTRIBUTES say goes before our own name.
    resource: resourceFromAttributes({ 'service.name': 'aigc-atlas' }).merge(
      detectResources({ detectors: [envDetector] }),
    ),
    spanProcessors: [new BatchSpanProcessor(exporter)],
  });
}

/** Sends what has not been sent yet, but not for longer than the end of the server can wait. */
export async function sendLast(provider: BasicTracerProvider): Promise<void> {
  const patience = new Promise((resolve) => setTimeout(resolve, lastSpansMs).unref());
  await Promise.race([provider.shutdown().catch(() => undefined), patience]);
}
