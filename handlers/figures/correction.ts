import type { Context } from '../../src/commands/context.ts';
import { defineCommand } from '../../src/commands/define.ts';
import { rest } from '../../src/commands/slots.ts';
import { parsePeriod } from '../../src/domain/calendar/period.ts';
import { Refusal } from '../../src/domain/refusal.ts';
import { correctedReply, correctionPreview, correctionReply } from '../../src/rendering/cards/correction.card.ts';
import type { Reply } from '../../src/rendering/reply.ts';
import { drawBoardFiles } from '../../src/rendering/report/draw.ts';
import { previewCorrection, publishCorrection } from '../../src/services/correction.service.ts';
import { periodIn } from './_period.ts';

export default defineCommand({
  name: '更正月报',
  group: 'figures',
  synonyms: ['月报更正', '更正通报'],
  initials: 'gzyb',
  english: ['correct', 'correction'],
  help: '更正已发布的月报：先看哪些数变，确认后发更正，原来的留在记录里',
  usage: '更正月报 月份 原因',
  examples: ['更正月报 5月 城关镇到位资金多计500万'],
  slots: { words: rest('月份和原因') },
  kind: 'write',
  ability: 'publish',
  run: async ({ words }, context) => {
    const { period, left: reason } = periodIn(words, context);
    if (period.kind !== 'month') throw new Refusal('report.month');
    const correction = await previewCorrection(context.tx, context.org, period, reason, context.now);
    const reply = correctionPreview(correction);
    if (correction.changes.length === 0) return reply;
    const press = { command: '更正月报', action: 'publish', args: { period: period.key, reason } };
    return {
      ...reply,
      buttons: [{ label: '发布更正', style: 'primary', press, confirm: `发布 ${correction.periodLabel} 月报的更正？` }],
    };
  },
  actions: {
    publish: {
      kind: 'write',
      ability: 'publish',
      run: ({ period, reason }, context) => publish(String(period), String(reason), context),
    },
  },
});

async function publish(key: string, reason: string, { tx, org, now }: Context): Promise<Reply> {
  const period = parsePeriod(key);
  if (!period) throw new Refusal('report.month');
  const { correction, published, chats } = await publishCorrection(
    tx,
    org,
    period,
    reason,
    now,
    drawBoardFiles,
    (made, { files }) => correctionReply(made, files),
  );
  return correctedReply(correction, chats, published.report.hash);
}
