import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { undeliveredCard } from '../../../src/rendering/cards/undelivered.card.ts';
import { notifyChat } from '../../../src/services/notice.service.ts';
import { tellUndelivered } from '../../../src/services/undelivered.service.ts';
import { button, type TestBot, testBot } from '../../support/bot.ts';
import { buttonTold, toldTo } from '../../support/outbox.ts';

/** A post of this title to the group that ended so; gives its id. */
const ended = (bot: TestBot, title: string, state: 'held' | 'failed', error: string) =>
  bot.inOrg(async (tx) => {
    const id = await notifyChat(tx, bot.groupId, {
      class: 'post',
      dedupeKey: title,
      reply: { title },
      now: new Date(),
    });
    await sql`update outbox set state = ${state}, last_error = ${error} where id = ${id}`.execute(tx.sql);
    return id ?? '';
  });

const stateOf = (bot: TestBot, id: string) =>
  bot.inOrg((tx) =>
    tx.sql.selectFrom('outbox').select(['state', 'resent']).where('id', '=', id).executeTakeFirstOrThrow(),
  );

test('staff see what did not arrive, where, why and what to do; others may not', async () => {
  const bot = await testBot();
  expect((await bot.says('钱七', '投递')).text).toContain('都已送达');
  await ended(bot, '周报', 'failed', 'errcode 93000 invalid webhook url');
  const { text } = await bot.says('钱七', '投递');
  expect(text).toContain('周报（发给招商工作群）：群机器人已被移出或群已解散');
  expect((await bot.says('张三', '投递')).reply.tone).toBe('refused');
});

test('a held post is sent again, marked, or noted as seen; decided once', async () => {
  const bot = await testBot();
  const id = await ended(bot, '月报', 'held', 'no answer');
  const asked = await bot.says('钱七', '投递');
  expect(asked.text).toContain('可能已经发出');
  expect((await bot.presses('钱七', button(asked, '补发'))).text).toContain('马上补发');
  expect(await stateOf(bot, id)).toEqual({ state: 'pending', resent: true });
  expect((await bot.presses('钱七二', button(asked, '已看到'))).text).toContain('已经处理过');
  expect(await stateOf(bot, id)).toEqual({ state: 'pending', resent: true });
});

test('staff are told of each once, with the buttons; a notice that told of one tells of nothing', async () => {
  const bot = await testBot();
  const id = await ended(bot, '周报', 'held', 'no answer');
  for (let time = 0; time < 2; time += 1) await bot.inOrg((tx) => tellUndelivered(tx, id, undeliveredCard, new Date()));
  expect((await toldTo(bot, '钱七')).filter((title) => title.includes('不知是否发到'))).toHaveLength(1);
  expect((await bot.presses('钱七', await buttonTold(bot, '钱七', '已看到'))).text).toContain('已记为送达');
  expect((await stateOf(bot, id)).state).toBe('sent');
  const notice = await bot.inOrg((tx) =>
    tx.sql.selectFrom('outbox').select('id').where('dedupe_key', 'like', '%undelivered:%').execute(),
  );
  const [first] = notice;
  await bot.inOrg(async (tx) => {
    await sql`update outbox set state = 'failed' where id = ${first?.id}`.execute(tx.sql);
    await tellUndelivered(tx, first?.id ?? '', undeliveredCard, new Date());
  });
  const after = await bot.inOrg((tx) =>
    tx.sql.selectFrom('outbox').select('id').where('dedupe_key', 'like', '%undelivered:%').execute(),
  );
  expect(after).toHaveLength(notice.length);
});
