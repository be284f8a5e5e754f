import { describe, expect, it } from 'vitest';
import { Cancellation } from '../neo4j/cancellation.js';
import { SameOnce } from './same-once.js';

const never = new Cancellation();

/** A question whose finding out ends when it is told to, or is cancelled. */
function question(cancellation: Cancellation) {
  let tell: (answer: string) => void = () => undefined;
  let asked = 0;
  const find = (): Promise<string> => {
    asked += 1;
    return new Promise((resolve, reject) => {
      tell = resolve;
      cancellation.onCancel(reject);
    });
  };
  return { find, asked: () => asked, tell: (answer: string) => tell(answer) };
}

describe('What several ask for at the same time', () => {
  it('is found out once', async () => {
    const once = new SameOnce();
    const { find, asked, tell } = question(never);
    const answers = [1, 2, 3].map(() => once.run('same', never, find));
    tell('found');
    expect(await Promise.all(answers)).toEqual(['found', 'found', 'found']);
    expect(asked()).toBe(1);
  });

  it('is found out again for who asks later', async () => {
    const once = new SameOnce();
    const { find, asked, tell } = question(never);
    const first = once.run('same', never, find);
    tell('found');
    await first;
    const second = once.run('same', never, find);
    tell('found anew');
    expect(await second).toBe('found anew');
    expect(asked()).toBe(2);
  });

  it('is found out for the others when the first has gone', async () => {
    const once = new SameOnce();
    const gone = new Cancellation();
    const [first, second] = [question(gone), question(never)];
    const answers = [once.run('same', gone, first.find), once.run('same', never, second.find)];
    gone.cancel(new Error('The client has gone.'));
    await expect(answers[0]).rejects.toThrow('gone');
    second.tell('found');
    expect(await answers[1]).toBe('found');
  });

  it('fails for all where it cannot be found out', async () => {
    const once = new SameOnce();
    const find = (): Promise<unknown> => Promise.reject(new Error('Neo4j ended it.'));
    const answers = await Promise.allSettled([once.run('same', never, find), once.run('same', never, find)]);
    expect(answers.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
  });
});
