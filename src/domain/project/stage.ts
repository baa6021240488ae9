import type { CalendarDate } from '../calendar/date.ts';
import { Refusal } from '../refusal.ts';
import { EXITS, type Exit, STAGES, type Stage, type Standing } from './project.ts';

/** Words people use for a stage, beside its own (conventions, section 1). 框架协议 is on purpose not 签约. */
export const STAGE_WORDS: Readonly<Record<string, Standing>> = {
  ...Object.fromEntries([...STAGES, ...EXITS].map((stage) => [stage, stage])),
  洽谈: '在谈',
  对接: '在谈',
  正式签约: '签约',
  签订合同: '签约',
  签合同: '签约',
  签了: '签约',
  注册: '落地',
  拿地: '落地',
  摘牌: '落地',
  落户: '落地',
  动工: '开工',
  奠基: '开工',
  入统: '开工',
  投用: '投产',
  搁浅: '搁置',
  暂停: '搁置',
  丢失: '流失',
};

/** What 恢复 is called in a report: back to where a shelved project stood. */
export const RESUME = '恢复';

/** Whether a standing is a way out. */
const isExit = (standing: Standing): standing is Exit => (EXITS as readonly string[]).includes(standing);

/** Whether the project has come as far as a stage (exits have not). */
export const hasReached = (standing: Standing, stage: Stage): boolean =>
  !isExit(standing) && STAGES.indexOf(standing) >= STAGES.indexOf(stage);

/** Whether a standing lies before a stage on the way; an exit does not. */
export const isBehind = (standing: Standing, stage: Standing): boolean =>
  !isExit(standing) && !isExit(stage) && STAGES.indexOf(standing) < STAGES.indexOf(stage);

/** A move that somebody wants to report. */
export interface Move {
  readonly from: Standing;
  readonly to: Standing;
  readonly occurredOn: CalendarDate;
  readonly today: CalendarDate;
  /** The words beside it: reason, evidence. */
  readonly note: string | undefined;
  readonly agreementGiven: boolean;
  readonly openProblems: number;
  /** Staff may skip, go back and overrule, with a reason. */
  readonly byStaff: boolean;
  readonly optionalStages: readonly Stage[];
  /** Where a shelved project stood before; null for others. */
  readonly before: Standing | null;
}

/**
 * Refuses a move that may not be reported: "stage.same", "stage.framework" (框架协议), "stage.needs-amount" (签约 without its
 * amount), "stage.needs-reason" (an exit, or a skip by staff, without words), "stage.order" (skipping or going back is for
 * staff), "stage.off" (a stage that the org has not switched on), "stage.shelved" (a shelved one
 * that goes on without 恢复), "stage.open-problems" (投产 with open problems), "date.future".
 */
export function checkMove(move: Move): void {
  const { from, to, note, byStaff } = move;
  const resumes = from === '搁置' && to === (move.before ?? '在谈');
  if (!isExit(to) && !stagesOf(move.optionalStages).includes(to)) throw new Refusal('stage.off', { stage: to });
  if (move.occurredOn > move.today) throw new Refusal('date.future', { text: move.occurredOn });
  if (from === to) throw new Refusal('stage.same', { stage: to });
  if (to === '签约' && note && /框架(?:协议|合作)|备忘录|意向书/.test(note))
    throw new Refusal('stage.framework', { intent: move.optionalStages.includes('意向') });
  if (to === '签约' && !resumes && !move.agreementGiven) throw new Refusal('stage.needs-amount');
  if (isExit(to)) {
    if (!note) throw new Refusal('stage.needs-reason', { stage: to });
    return;
  }
  if (to === '投产' && move.openProblems > 0 && !(byStaff && note)) {
    throw new Refusal('stage.open-problems', { count: move.openProblems });
  }
  if (resumes || isNext(from, to, move.optionalStages)) return;
  if (!byStaff && from === '搁置') throw new Refusal('stage.shelved', { before: move.before ?? '在谈' });
  if (!byStaff) throw new Refusal('stage.order', { from, to, next: nextStage(from, move.optionalStages) });
  if (!note) throw new Refusal('stage.needs-reason', { stage: to });
}

/** The stages an org goes through, in order. */
const stagesOf = (optional: readonly Stage[]): readonly Stage[] =>
  STAGES.filter((stage) => !['意向', '竣工'].includes(stage) || optional.includes(stage));

/** The stage after a standing, or null at the end and for exits. */
export function nextStage(from: Standing, optional: readonly Stage[]): Stage | null {
  if (isExit(from)) return null;
  const stages = stagesOf(optional);
  return stages[stages.indexOf(from) + 1] ?? null;
}

const isNext = (from: Standing, to: Stage, optional: readonly Stage[]): boolean => nextStage(from, optional) === to;
