import type { Reply } from '../../src/rendering/reply.ts';
import type { TestBot } from './bot.ts';

/** Titles of what was put into the outbox for a person (by name) or a chat ("group"), oldest first. */
export async function toldTo(bot: TestBot, name: string): Promise<readonly string[]> {
  const rows = await bot.inOrg((tx) =>
    tx.sql
      .selectFrom('outbox')
      .select('body')
      .where('org_id', '=', bot.orgId)
      .where('chat_external_id', '=', String(bot.people[name] ?? name))
      .orderBy('id')
      .execute(),
  );
  return rows.map(({ body }) => (body as Reply).title);
}
