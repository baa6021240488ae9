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
    expect(came.commands).toBeGreaterThan(10 * ROUNDS);
    expect(came.posts).toBeGreaterThan(0);
    expect(came).toMatchObject({
      lost: 0,
      doubled: 0,
      unanswered: 0,
      answeredTwice: 0,
      postsLost: 0,
      postsTwice: 0,
      // A stop that takes more than 10 s ends with 1.
      exitCode: 0,
    });
  },
  60_000 * ROUNDS,
);
