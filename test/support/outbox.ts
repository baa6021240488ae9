import { sealerOf } from '../../src/commands/buttons.ts';
import type { Reply, SealedButton } from '../../src/rendering/reply.ts';
import type { TestBot } from './bot.ts';

async function messagesTo(bot: TestBot, name: string): Promise<readonly { id: string; body: Reply }[]> {
  const rows = await bot.inOrg((tx) =>
    tx.sql
      .selectFrom('outbox')
      .select(['id', 'body'])
      .where('org_id', '=', bot.orgId)
      .where('chat_external_id', '=', String(bot.people[name] ?? name))
      .orderBy('id')
      .execute(),
  );
  return rows.map(({ id, body }) => ({ id, body: body as Reply }));
}

/** Titles of what was put into the outbox for a person (by name) or a chat ("group"). */
export const toldTo = async (bot: TestBot, name: string): Promise<readonly string[]> =>
  (await messagesTo(bot, name)).map(({ body }) => body.title);

/** The button with a label among everything a person was told, as the person would press it. */
export async function buttonTold(bot: TestBot, name: string, label: string): Promise<SealedButton | undefined> {
  const sealer = sealerOf('a secret of the tests');
  const sealed = (await messagesTo(bot, name)).flatMap(
    ({ id, body }) => sealer.seal(body, { orgId: bot.orgId, id, at: bot.now() }).buttons ?? [],
  );
  return sealed.find((button) => button.label === label);
}
