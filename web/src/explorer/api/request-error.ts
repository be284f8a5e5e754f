/** A failed request: the server is unreachable, or it responded with errors. */
export class RequestError extends Error {
  constructor(
    readonly kind: 'unreachable' | 'rejected',
    message: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
    this.name = 'RequestError';
  }
}
