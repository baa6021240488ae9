import { openProblems } from '../db/open-work.repository.ts';
import { changeProject } from '../db/project.repository.ts';
import { insertEvent, stageBefore } from '../db/project-history.repository.ts';
import type { CalendarDate } from '../domain/calendar/date.ts';
import type { Amount } from '../domain/money/decimal.ts';
import { may } from '../domain/org/access.ts';
import type { ProjectEvent } from '../domain/project/history.ts';
import type { Project, Standing } from '../domain/project/project.ts';
import { checkMove, RESUME } from '../domain/project/stage.ts';
import { Refusal } from '../domain/refusal.ts';
import type { Acting } from './acting.ts';
import type { OrgTx } from './transaction.ts';

/** A stage move as somebody reports it. */
export interface ReportedMove {
  /** 恢复: back to where a shelved project stood. */
  readonly to: Standing | typeof RESUME;
  readonly occurredOn: CalendarDate;
  readonly agreement: Amount | undefined;
  readonly note: string | undefined;
  /** 流失: the place or rival it went to. */
  readonly lostTo?: string | null;
}

/** Reports a stage move: it stands as 填报 until staff verify it. Throws the Refusals of `checkMove`. */
export async function reportStage(
  tx: OrgTx,
  acting: Acting,
  project: Project,
  move: ReportedMove,
): Promise<{ readonly project: Project; readonly event: ProjectEvent }> {
  const { actor, now, today, org } = acting;
  const before = project.stage === '搁置' ? await stageBefore(tx, project.id) : null;
  if (move.to === RESUME && project.stage !== '搁置') throw new Refusal('stage.not-shelved', { stage: project.stage });
  const to = move.to === RESUME ? (before ?? '在谈') : move.to;
  checkMove({
    from: project.stage,
    to,
    before,
    occurredOn: move.occurredOn,
    today,
    note: move.note,
    agreementGiven: move.agreement !== undefined || project.agreement !== null,
    openProblems: to === '投产' ? await openProblems(tx, project.id) : 0,
    byStaff: may(actor, 'verify', project.unitId),
    optionalStages: org.settings.optionalStages,
  });
  const agreement = move.agreement ?? (to === '签约' ? project.agreement : null);
  const event = await insertEvent(tx, {
    projectId: project.id,
    kind: 'stage',
    fromStage: project.stage,
    toStage: to,
    agreement,
    occurredOn: move.occurredOn,
    note: move.note ?? null,
    unitId: project.unitId,
    state: 'reported',
    reportedBy: actor.personId,
    reportedAt: now,
  });
  const changed = await changeProject(tx, project.id, {
    stage: to,
    stage_state: 'reported',
    stage_on: move.occurredOn,
    ...(move.agreement === undefined ? {} : { agreement_wan: move.agreement }),
    ...(to === '流失' || to === '否决' ? { lost_reason: move.note ?? null } : {}),
    last_progress_on: today,
    ...(to === '流失' ? { lost_to: move.lostTo ?? null } : {}),
    likelihood: null,
    expected_on: null,
    expected_stage: null,
  });
  return { project: changed ?? project, event };
}
