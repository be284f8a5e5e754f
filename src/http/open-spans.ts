import type { Span } from '@opentelemetry/api';
import type { RequestId } from '../neo4j/database.js';

/** The open spans of each request, the innermost last. */
export class OpenSpans {
  private readonly spans = new WeakMap<RequestId, Span[]>();

  /** Adds a span that has started. */
  begin(requestId: RequestId, span: Span): void {
    const openSpans = this.spans.get(requestId);
    if (openSpans) openSpans.push(span);
    else this.spans.set(requestId, [span]);
  }

  /** Ends a span and the open spans inside it. */
  end(requestId: RequestId, span: Span): void {
    const openSpans = this.spans.get(requestId) ?? [];
    const index = openSpans.indexOf(span);
    if (index < 0) return;
    for (const innerSpan of openSpans.splice(index)) innerSpan.end();
    if (openSpans.length === 0) this.spans.delete(requestId);
  }

  /** The innermost open span of a request; undefined if it is not traced. */
  current(requestId: RequestId): Span | undefined {
    return this.spans.get(requestId)?.at(-1);
  }
}
