import type { Span } from '@opentelemetry/api';
import type { RequestId } from '../neo4j/database.js';

/** The open spans of each request, the innermost last. */
export class OpenSpans {
  private readonly spans = new WeakMap<RequestId, Span[]>();

  /** Takes note of a span that begins. */
  begin(requestId: RequestId, span: Span): void {
    const open = this.spans.get(requestId);
    if (open) open.push(span);
    else this.spans.set(requestId, [span]);
  }

  /** Ends a span, and with it those inside it that nothing has ended. */
  end(requestId: RequestId, span: Span): void {
    const open = this.spans.get(requestId) ?? [];
    const at = open.indexOf(span);
    if (at < 0) return;
    for (const inner of open.splice(at)) inner.end();
    if (open.length === 0) this.spans.delete(requestId);
  }

  /** The innermost span of a request; undefined where it is not traced. */
  current(requestId: RequestId): Span | undefined {
    return this.spans.get(requestId)?.at(-1);
  }
}
