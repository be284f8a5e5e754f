interface Event {
  readonly at: number;
  readonly action: () => void;
}

/** The virtual time of a simulation, in milliseconds, and the events to come. */
export class Clock {
  now = 0;
  // A binary heap: no event is earlier than its parent at half its index.
  private readonly events: Event[] = [];

  /** Runs an action after a delay. */
  schedule(delayMs: number, action: () => void): void {
    const event = { at: this.now + delayMs, action };
    let index = this.events.length;
    while (index > 0) {
      const parent = (index - 1) >> 1;
      const other = this.events[parent];
      if (!other || other.at <= event.at) break;
      this.events[index] = other;
      index = parent;
    }
    this.events[index] = event;
  }

  /** Runs events in the order of their time, until there are none or the condition holds. */
  runUntil(isDone: () => boolean): void {
    while (!isDone()) {
      const event = this.takeFirst();
      if (!event) return;
      this.now = event.at;
      event.action();
    }
  }

  private takeFirst(): Event | undefined {
    const [first] = this.events;
    const last = this.events.pop();
    if (first && last && first !== last) this.sink(last);
    return first;
  }

  private sink(event: Event): void {
    const { events } = this;
    let index = 0;
    for (;;) {
      const left = 2 * index + 1;
      const child = (events[left + 1]?.at ?? Infinity) < (events[left]?.at ?? Infinity) ? left + 1 : left;
      const other = events[child];
      if (!other || other.at >= event.at) break;
      events[index] = other;
      index = child;
    }
    events[index] = event;
  }
}
