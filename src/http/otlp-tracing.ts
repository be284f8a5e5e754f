import {
  defaultTextMapGetter,
  ROOT_CONTEXT,
  SpanKind,
  SpanStatusCode,
  trace,
  type Context as TraceContext,
  type Span,
  type Tracer,
} from '@opentelemetry/api';
import { W3CTraceContextPropagator } from '@opentelemetry/core';
import type { FastifyPluginCallback } from 'fastify';
import fastifyPlugin from 'fastify-plugin';
import type { Logger } from 'pino';
import { AtlasError } from '../errors.js';
import { overrideRead, type Statement } from '../neo4j/database.js';
import { isHealthOrMetrics } from './health.js';
import { operationSpans } from './operation-spans.js';
import { flushSpans, newTracerProvider } from './otlp-exporter.js';
import { OpenSpans } from './open-spans.js';
import type { Tracing } from './tracing.js';

const propagator = new W3CTraceContextPropagator();

/** Traces requests, operations and statements, and exports the spans to a collector. */
export function startTracing(url: string, logger: Logger): Tracing {
  const provider = newTracerProvider(url, logger);
  const tracer = provider.getTracer('aigc-atlas');
  const openSpans = new OpenSpans();
  return {
    requestPlugin: requestSpans(tracer, openSpans, () => flushSpans(provider)),
    operationPlugin: operationSpans(tracer, openSpans),
    traceDatabase: (database) =>
      overrideRead(database, (statement) => {
        const read = () => database.read(statement);
        // Urgent statements belong to health and metrics, which are not traced: each would start a trace.
        return statement.isUrgent ? read() : runInSpan(statementSpan(tracer, openSpans, statement), read);
      }),
  };
}

function requestSpans(tracer: Tracer, openSpans: OpenSpans, close: () => Promise<void>): FastifyPluginCallback {
  return fastifyPlugin((app, _options, done) => {
    app.addHook('onRequest', (request, reply, next) => {
      next();
      if (isHealthOrMetrics(request)) return;
      const { method, id, headers, routeOptions } = request;
      const route = routeOptions.url ?? 'none';
      const attributes = { 'http.request.method': method, 'http.route': route, 'atlas.request.id': id };
      const parent = propagator.extract(ROOT_CONTEXT, headers, defaultTextMapGetter);
      const span = tracer.startSpan(`${method} ${route}`, { kind: SpanKind.SERVER, attributes }, parent);
      openSpans.begin(request, span);
      reply.raw.once('close', () => {
        span.setAttribute('http.response.status_code', reply.statusCode);
        if (reply.statusCode >= 500) span.setStatus({ code: SpanStatusCode.ERROR });
        if (!reply.raw.writableFinished) span.setAttribute('error.type', 'client_gone');
        openSpans.end(request, span);
      });
    });
    app.addHook('onClose', close);
    done();
  });
}

function statementSpan(tracer: Tracer, openSpans: OpenSpans, { name, requestIds = [] }: Statement): Span {
  const [parentSpan, ...linkedSpans] = requestIds.flatMap((requestId) => openSpans.current(requestId) ?? []);
  const attributes = {
    'db.system.name': 'neo4j',
    'db.query.summary': name,
    'db.operation.batch.size': Math.max(requestIds.length, 1),
    'atlas.request.ids': requestIds.map(({ id }) => id),
  };
  // One statement may serve several requests: the span of the first is its parent, and it links to the others.
  const links = linkedSpans.map((span) => ({ context: span.spanContext() }));
  const parent: TraceContext = parentSpan ? trace.setSpan(ROOT_CONTEXT, parentSpan) : ROOT_CONTEXT;
  return tracer.startSpan(name, { kind: SpanKind.CLIENT, attributes, links }, parent);
}

async function runInSpan<T>(span: Span, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    span.setAttribute('error.type', error instanceof AtlasError ? error.code : 'INTERNAL_SERVER_ERROR');
    span.setStatus({ code: SpanStatusCode.ERROR });
    throw error;
  } finally {
    span.end();
  }
}
