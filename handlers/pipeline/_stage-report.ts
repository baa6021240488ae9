import type { Context } from '../../src/commands/context.ts';
import type { CalendarDate } from '../../src/domain/calendar/date.ts';
import type { Amount } from '../../src/domain/money/decimal.ts';
import type { Project, Standing } from '../../src/domain/project/project.ts';
import type { RESUME } from '../../src/domain/project/stage.ts';
import { readLostTo } from '../../src/reading/lost-to.ts';
import { proofNotes } from '../../src/rendering/cards/evidence.card.ts';
import { eventText, projectTitle } from '../../src/rendering/cards/project.card.ts';
import { askedOf, fieldsText } from '../../src/rendering/cards/stage-ask.card.ts';
import { note, type Reply, say } from '../../src/rendering/reply.ts';
import { addEvidence } from '../../src/services/evidence.service.ts';
import { ask } from '../../src/services/pending.service.ts';
import { reportStage } from '../../src/services/stage-report.service.ts';

/** A stage move as it was typed. */
export interface Told {
  readonly to: Standing | typeof RESUME;
  readonly agreement: Amount | undefined;
  readonly on: CalendarDate | undefined;
  readonly words: string | undefined;
}

/** Said instead of a place by who does not know it. */
export const UNKNOWN_PLACE = '去向不明';

/** Reports a move, or asks for the one thing it cannot do without: 签约 its amount, 流失 its reason and where it went. */
export async function report(target: Project, told: Told, context: Context): Promise<Reply> {
  const { to, agreement, on, words = '' } = told;
  if (to === '签约' && agreement === undefined && target.agreement === null && target.stage !== '搁置')
    return askFor('amount', target, told, context);
  const lostTo = to === '流失' ? readLostTo(words) : null;
  if (to === '流失') {
    const reasons = context.org.settings.lostReasons;
    if (!reasons.some((reason) => words.includes(reason))) return askLostReason(target, words, reasons);
    if (words.includes('落户外地') && lostTo === null && !words.includes(UNKNOWN_PLACE))
      return askFor('where', target, told, context);
  }
  const move = { to, agreement, occurredOn: on ?? context.today, note: words || undefined, lostTo };
  const { project: now, event } = await reportStage(context.tx, context, target, move);
  const proven = { project: now, event, entry: null };
  const proof = await addEvidence(context.tx, context, proven, context.files, words);
  const fields = fieldsText(now);
  return {
    title: `已报 ${projectTitle(now)}：${eventText(event, context.today)}`,
    tone: 'ok',
    record: `X${now.id}`,
    parts: [note('待投促中心核实后计入排行。'), ...proofNotes(proof), ...(fields ? [note(fields)] : [])],
    buttons: [say('查看项目', `查 X${now.id}`)],
  };
}

async function askFor(what: 'amount' | 'where', target: Project, told: Told, context: Context): Promise<Reply> {
  const args = { what, project: target.id, to: told.to, on: told.on ?? null, words: told.words ?? null };
  await ask(context.tx, context, { command: '阶段', action: 'more', args, minutes: 60 });
  return askedOf(what, target, told.words ?? '');
}

/** 流失 has a reason from the org's list, and words of one's own beside it. */
const askLostReason = (target: Project, words: string, reasons: readonly string[]): Reply => ({
  title: `流失要写原因：${projectTitle(target)} 属于哪一类？`,
  tone: 'ask',
  parts: [
    note(`还没有写入。可选：${reasons.join('、')}。也可以直接写：阶段 X${target.id} 流失 落户外地 去了哪里、输在哪里`),
  ],
  buttons: reasons.slice(0, 6).map((reason) => say(reason, `阶段 X${target.id} 流失 ${reason} ${words}`.trim())),
});
