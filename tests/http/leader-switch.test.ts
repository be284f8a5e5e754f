import { afterAll } from 'vitest';
import { runAdminCommand } from '../setup/run-admin-command.js';
import { scratchNeo4j, sharedNeo4j } from '../setup/databases.js';
import { describeLeaderSwitch } from './describe-leader-switch.js';
import { startProxy } from './proxy.js';

const shared = sharedNeo4j();
const scratch = scratchNeo4j();
/** A user on both servers, as in a cluster; the passwords of their default users differ. */
const member = { username: 'member', password: 'a password of both' };

describeLeaderSwitch('a server whose cluster leader stops responding and is replaced', async () => {
  for (const { target } of [shared, scratch]) {
    await runAdminCommand(
      target,
      'CREATE USER $username IF NOT EXISTS SET PASSWORD $password CHANGE NOT REQUIRED',
      member,
    );
  }
  const router = await startProxy(shared.target.uri);
  const switchLeader = (): void => {
    router.forwardTo(scratch.target.uri);
    router.silence();
  };
  return { router, ...member, switchLeader };
});

afterAll(async () => {
  for (const { target } of [shared, scratch])
    await runAdminCommand(target, 'DROP USER $username IF EXISTS', { username: member.username });
});
