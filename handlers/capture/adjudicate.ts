import type { Context } from '../../src/commands/context.ts';
import { defineCommand } from '../../src/commands/define.ts';
import { record, rest } from '../../src/commands/slots.ts';
import { doubleCard, doublesCard } from '../../src/rendering/cards/double.card.ts';
import type { Reply } from '../../src/rendering/reply.ts';
import { adjudicate, viewDouble, waitingDoubles } from '../../src/services/adjudication.service.ts';

export default defineCommand({
  name: '裁定',
  group: 'capture',
  synonyms: ['查重裁定', '疑似重复'],
  initials: 'cai',
  english: ['adjudicate'],
  help: '疑似重复的两条放在一起看，裁定是不是同一个项目',
  usage: '裁定 [项目编号] [重复或不同] [原因]',
  examples: ['裁定', '裁定 X113', '裁定 X113 重复 同一投资方同一地块'],
  slots: { project: record('X', '项目编号', { optional: true }), words: rest('重复或不同、原因', { optional: true }) },
  kind: 'write',
  ability: 'verify',
  run: async ({ project, words = '' }, context) => {
    if (project === undefined) return doublesCard(await waitingDoubles(context.tx));
    const verdict = /^(不是?重复|不同|不是同一个?|各算各的|是?重复|是?同一个?)[，,：:\s]*([\s\S]*)$/.exec(words.trim());
    if (!verdict) return draw(await viewDouble(context.tx, project), context);
    return decide(project, !/^(?:不|各)/.test(verdict[1] ?? ''), verdict[2] || null, context);
  },
  actions: {
    apart: { kind: 'write', run: ({ id }, context) => decide(Number(id), false, null, context) },
    same: { kind: 'write', run: ({ id }, context) => decide(Number(id), true, null, context) },
  },
});

const draw = (sight: Parameters<typeof doubleCard>[0], { today, org }: Context): Reply =>
  doubleCard(sight, { today, timeZone: org.timeZone });

async function decide(id: number, same: boolean, reason: string | null, context: Context): Promise<Reply> {
  const told = (sight: Parameters<typeof doubleCard>[0]) => draw(sight, context);
  return draw(await adjudicate(context.tx, context, id, { same, reason }, told), context);
}
