import { defineCommand } from '../../src/commands/define.ts';
import { record } from '../../src/commands/slots.ts';
import { decidedCard, queueCard } from '../../src/rendering/cards/entry.card.ts';
import { say } from '../../src/rendering/reply.ts';
import { waitingDoubles } from '../../src/services/adjudication.service.ts';
import { decide, verificationQueue } from '../../src/services/verification.service.ts';

export default defineCommand({
  name: '核实',
  group: 'pipeline',
  synonyms: ['审核', '认定', '通过'],
  initials: 'hs',
  english: ['verify'],
  help: '核实填报（阶段或到位等）；不带编号看待核实清单',
  usage: '核实 [X编号或L编号]',
  examples: ['核实 X113', '核实 L12', '核实'],
  slots: { project: record('X', '项目编号', { optional: true }), entry: record('L', '台账编号', { optional: true }) },
  kind: 'write',
  ability: 'verify',
  run: async ({ project, entry }, context) => {
    const { tx, today } = context;
    if (project === undefined && entry === undefined) {
      const card = queueCard(await verificationQueue(tx, 50), today);
      const doubles = await waitingDoubles(tx);
      if (doubles.length === 0) return card;
      return {
        ...card,
        buttons: [...(card.buttons ?? []).slice(0, 5), say(`裁定疑似重复 ${doubles.length} 件`, '裁定')],
      };
    }
    const subject = entry === undefined ? { projectId: project ?? 0 } : { entryId: entry };
    return decidedCard(
      await decide(tx, context, subject, { verify: true }, (decided) => decidedCard(decided, today)),
      today,
    );
  },
});
