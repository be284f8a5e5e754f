import { once } from 'node:events';
import { afterAll } from 'vitest';
import { runAtlas, type RunningCommand } from '../setup/command-line.js';
import type { Balancer } from './balancer.js';
import type { CheckedLoad } from './checked-load.js';

/** How a server is started. */
export interface ServerOptions {
  readonly settings: Readonly<Record<string, string>>;
  readonly args?: readonly string[];
}

/** A server that runs, and its client. */
interface Member {
  readonly command: RunningCommand;
  readonly stopClient: () => Promise<void>;
}

/** The three servers of a balancer, each with a client of its own. */
export class Fleet {
  private readonly members = new Map<number, Member>();
  private readonly started: RunningCommand[] = [];

  constructor(
    private readonly balancer: Balancer,
    private readonly load: CheckedLoad,
  ) {
    afterAll(() => {
      for (const { child } of this.started) child.kill('SIGKILL');
    });
  }

  /** Starts a server, and waits until it is ready; returns what it has printed. */
  async start(index: number, { settings, args = [] }: ServerOptions): Promise<string> {
    const port = String(this.balancer.ports[index]);
    const command = runAtlas(['start', ...args], { PORT: port, ...settings });
    this.started.push(command);
    await command.waitFor(/Ctrl-C/);
    const stopClient = this.load.startClient(`server-${index + 1}`, `http://127.0.0.1:${port}`);
    this.members.set(index, { command, stopClient });
    return command.output();
  }

  /** Stops or kills a server, and starts another one in its place; returns what the new one has printed. */
  async replace(index: number, signal: 'SIGTERM' | 'SIGKILL', options: ServerOptions): Promise<string> {
    await this.waitForRequests();
    const member = this.members.get(index);
    if (member === undefined) throw new Error(`Expected a running server ${index + 1}, found none.`);
    await member.stopClient();
    member.command.child.kill(signal);
    await once(member.command.child, 'exit');
    const output = await this.start(index, options);
    await this.waitForRequests();
    return output;
  }

  /** Waits until every server has received requests from the balancer. */
  async waitForRequests(): Promise<void> {
    for (const { command } of this.members.values()) await command.waitFor(/"requestId":"balancer-.*"status":200/);
  }

  /** Stops the clients of the servers. */
  async stopClients(): Promise<void> {
    for (const { stopClient } of this.members.values()) await stopClient();
  }
}
