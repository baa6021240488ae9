import { defineCommand } from '../../src/commands/define.ts';
import { record, rest } from '../../src/commands/slots.ts';
import { Refusal } from '../../src/domain/refusal.ts';
import { decidedCard } from '../../src/rendering/cards/entry.card.ts';
import { decide } from '../../src/services/verification.service.ts';

export default defineCommand({
  name: '退回',
  group: 'pipeline',
  synonyms: ['驳回', '打回'],
  initials: 'th',
  english: ['return', 'reject'],
  help: '退回填报，要写原因',
  usage: '退回 X编号或L编号 原因',
  examples: ['退回 X113 合同没有盖章', '退回 L12 缺银行回单'],
  slots: {
    project: record('X', '项目编号', { optional: true }),
    entry: record('L', '台账编号', { optional: true }),
    reason: rest('原因'),
  },
  kind: 'write',
  ability: 'verify',
  run: async ({ project, entry, reason }, context) => {
    if (project === undefined && entry === undefined) throw new Refusal('verify.which');
    const subject = entry === undefined ? { projectId: project ?? 0 } : { entryId: entry };
    const draw = (decided: Parameters<typeof decidedCard>[0]) => decidedCard(decided, context.today);
    return draw(await decide(context.tx, context, subject, { verify: false, reason }, draw));
  },
});
