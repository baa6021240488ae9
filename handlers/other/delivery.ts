import type { Context } from '../../src/commands/context.ts';
import { defineCommand } from '../../src/commands/define.ts';
import { restLine } from '../../src/rendering/cards/rest.card.ts';
import { undeliveredList } from '../../src/rendering/cards/undelivered.card.ts';
import type { PressArgs, Reply } from '../../src/rendering/reply.ts';
import { restingGroups } from '../../src/services/rest.service.ts';
import { decideUndelivered, undelivered } from '../../src/services/undelivered.service.ts';

const DONE = { seen: '已记为送达', again: '马上补发，会注明“补发”', leave: '不再发送' } as const;

const listed = async (tx: Context['tx'], now: Date): Promise<Reply> =>
  undeliveredList(await undelivered(tx, now), restLine(await restingGroups(tx)));

const decide =
  (decision: keyof typeof DONE) =>
  async ({ id }: PressArgs, { tx, now }: Context): Promise<Reply> => {
    const decided = await decideUndelivered(tx, String(id), decision);
    const left = await listed(tx, now);
    return decided
      ? { ...left, title: `${DONE[decision]}：${decided.title}`, tone: 'ok' }
      : { ...left, title: '这一条已经处理过了', tone: 'info' };
  };

export default defineCommand({
  name: '投递',
  group: 'other',
  synonyms: ['未送达', '补发'],
  initials: 'td',
  english: ['delivery'],
  help: '看哪些推送和提醒没有送达，补发或放下',
  usage: '投递',
  examples: ['投递'],
  slots: {},
  kind: 'read',
  ability: 'publish',
  run: (_, { tx, now }) => listed(tx, now),
  actions: {
    seen: { kind: 'write', run: decide('seen') },
    again: { kind: 'write', run: decide('again') },
    leave: { kind: 'write', run: decide('leave') },
  },
});
