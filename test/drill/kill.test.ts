import { expect, test } from 'vitest';
import { APP_ROLE } from '../../src/db/database.ts';
import { clone } from '../support/database.ts';
import { drill } from './kill.ts';

/** Few rounds in the suite; `npm run drill` sets fifty. */
const ROUNDS = Number(process.env.DRILL_ROUNDS ?? 2);

test(
  'killed again and again under load, what was answered is stored once and each post goes out once',
  async () => {
    const came = await drill(await clone(), APP_ROLE, ROUNDS);
    if (process.env.DRILL_ROUNDS) console.table(came);
    expect(came.commands).toBeGreaterThan(50 * ROUNDS);
    expect(came.posts).toBeGreaterThan(0);
    expect(came).toMatchObject({
      lost: 0,
      doubled: 0,
      unanswered: 0,
      answeredTwice: 0,
      postsLost: 0,
      postsTwice: 0,
      exitCode: 0,
    });
    expect(came.stopMs, 'Ctrl-C stops everything within 10 s').toBeLessThan(10_000);
  },
  60_000 * ROUNDS,
);
