/** Why a question has no answer: the server is away, or it refused. */
export class Problem extends Error {
  constructor(
    readonly kind: 'away' | 'refused',
    message: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
    this.name = 'Problem';
  }
}
