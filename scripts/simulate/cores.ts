import type { Clock } from './clock.js';

interface Task {
  readonly ms: number;
  readonly done: () => void;
}

/** The processor cores of a machine. Tasks run in the order in which they arrive, each on one core, to their end. */
export class Cores {
  /** The processor time used so far. */
  busyMs = 0;
  private freeCount: number;
  private readonly waiting: Task[] = [];

  constructor(
    private readonly clock: Clock,
    readonly count: number,
  ) {
    this.freeCount = count;
  }

  /** Runs a task of a duration as soon as a core is free. */
  run(ms: number, done: () => void): void {
    this.waiting.push({ ms, done });
    this.start();
  }

  private start(): void {
    while (this.freeCount > 0) {
      const task = this.waiting.shift();
      if (!task) return;
      this.freeCount -= 1;
      this.busyMs += task.ms;
      this.clock.schedule(task.ms, () => {
        this.freeCount += 1;
        task.done();
        this.start();
      });
    }
  }
}

/** A process with one thread: it runs one task at a time, and each needs a core of its machine. */
export class Thread {
  /** The processor time used so far. */
  busyMs = 0;
  private isBusy = false;
  private readonly waiting: Task[] = [];

  constructor(private readonly cores: Cores) {}

  /** Runs a task after those that arrived before. */
  run(ms: number, done: () => void): void {
    this.waiting.push({ ms, done });
    this.start();
  }

  private start(): void {
    if (this.isBusy) return;
    const task = this.waiting.shift();
    if (!task) return;
    this.isBusy = true;
    this.busyMs += task.ms;
    this.cores.run(task.ms, () => {
      this.isBusy = false;
      task.done();
      this.start();
    });
  }
}
