import { takenRungs, takeRung } from '../db/ladder.repository.ts';
import { openProblems } from '../db/problem.repository.ts';
import { listPeople, type Person } from '../db/roster.repository.ts';
import { tasksWithAssignees } from '../db/task.repository.ts';
import { type CalendarDate, dateAt } from '../domain/calendar/date.ts';
import { isMuted } from '../domain/org/mute.ts';
import type { Duty } from '../domain/work/duty.ts';
import { type Climb, type Climber, climb, mayDisturb, type Rung } from '../domain/work/ladder.ts';
import { momentAt } from '../domain/work/light.ts';
import { type ProblemView, problemNumber } from '../domain/work/problem.ts';
import { headsOf, personRecipients, staffOf, unitRecipients } from '../domain/work/recipients.ts';
import { type TaskView, taskNumber } from '../domain/work/task.ts';
import type { Acting, Draw } from './acting.ts';
import { openDuties } from './duty.service.ts';
import { notifyPeople } from './notice.service.ts';
import { litProblem } from './problem.service.ts';
import { lit, recipientsOf } from './task.service.ts';
import type { OrgTx } from './transaction.ts';

/** A rung that is sent. */
export type SentRung = Exclude<Rung, 'digest'>;

/** Open work that climbed a rung. */
export type Climbed =
  | { readonly kind: 'task'; readonly rung: SentRung; readonly task: TaskView }
  | { readonly kind: 'problem'; readonly rung: SentRung; readonly problem: ProblemView }
  | { readonly kind: 'duty'; readonly rung: SentRung; readonly duty: Duty };

type Around = Pick<Acting, 'now' | 'calendar' | 'org'>;

/**
 * The ladder for tasks and problems: takes every rung that is reached, once for ever, and tells who has to know, gathered
 * into one message a person. Outside working time only urgent tasks climb; the rest waits for the next working morning.
 */
export async function climbLadder(tx: OrgTx, around: Around, draw: Draw<readonly Climbed[]>): Promise<void> {
  const work = await openWork(tx, around);
  if (work.length === 0) return;
  const taken = await takenRungs(
    tx,
    work.map(({ subject }) => subject),
  );
  const people = await listPeople(tx);
  const told = new Map<number, Climbed[]>();
  for (const one of work) {
    const climbed = await step(tx, around, one, taken.get(one.subject) ?? new Set());
    if (!climbed) continue;
    const quiet = climbed.rung === 'before' ? mutedOn(people, dateAt(around.now, around.org.timeZone)) : new Set();
    for (const person of toldOf(climbed, people))
      if (!quiet.has(person)) told.set(person, [...(told.get(person) ?? []), climbed]);
  }
  for (const [person, climbed] of told) {
    const dedupeKey = `ladder:${climbed
      .map((one) => `${numberOf(one)}.${one.rung}`)
      .join(',')
      .slice(0, 200)}:${around.now.getTime()}`;
    await notifyPeople(tx, [person], { class: 'escalation', dedupeKey, reply: draw(climbed), now: around.now });
  }
}

/** People who do not want to hear of a deadline before it has come. */
const mutedOn = (people: readonly Person[], today: CalendarDate): ReadonlySet<number> =>
  new Set(people.filter(({ mutes }) => isMuted(mutes, '到期提醒', today)).map(({ id }) => id));

interface Work {
  readonly subject: string;
  readonly climber: Climber;
  readonly of: (rung: SentRung) => Climbed;
}

/** Open work that may climb at this instant. */
async function openWork(tx: OrgTx, around: Around): Promise<readonly Work[]> {
  const { timeZone, settings } = around.org;
  const moment = momentAt(around.now, timeZone);
  const calm = mayDisturb(moment, around.calendar, settings, false);
  const tasks = (await tasksWithAssignees(tx)).filter((task) => calm || task.urgent);
  const problems = calm ? await openProblems(tx) : [];
  const duties = calm ? await openDuties(tx, around) : [];
  return [
    ...tasks.map(
      (task): Work => ({
        subject: taskNumber(task),
        climber: {
          dueOn: task.dueOn,
          dueTime: task.dueTime,
          givenOn: dateAt(task.createdAt, timeZone),
          unsigned: task.state === 'unsigned',
        },
        of: (rung) => ({ kind: 'task', rung, task: lit(task, around) }),
      }),
    ),
    ...problems.map(
      (problem): Work => ({
        subject: problemNumber(problem),
        climber: {
          dueOn: problem.dueOn,
          dueTime: null,
          givenOn: dateAt(problem.reportedAt, timeZone),
          unsigned: false,
        },
        of: (rung) => ({ kind: 'problem', rung, problem: litProblem(problem, around) }),
      }),
    ),
    ...duties.map((duty) => dutyWork(duty, timeZone)),
  ];
}

const subjectOf = ({ subject, number }: Duty): string => subject ?? number;

const dutyWork = (duty: Duty, timeZone: string): Work => ({
  subject: subjectOf(duty),
  climber: {
    dueOn: duty.dueOn,
    dueTime: null,
    givenOn: dateAt(duty.givenAt, timeZone),
    unsigned: duty.unsigned,
  },
  of: (rung) => ({ kind: 'duty', rung, duty }),
});

/** Takes the rungs one piece of work has reached; what is to be told, if anything. A moved due day climbs anew. */
async function step(tx: OrgTx, around: Around, work: Work, taken: ReadonlySet<string>): Promise<Climbed | null> {
  const { climber, subject } = work;
  const mark = (rung: Rung): string => (rung === 'unsigned' ? rung : `${rung}:${climber.dueOn}`);
  const known = new Set(
    [...taken].filter((name) => !name.includes(':') || name.endsWith(`:${climber.dueOn}`)).map(rungOf),
  );
  const { timeZone, settings } = around.org;
  const found: Climb = climb(climber, momentAt(around.now, timeZone), around.calendar, settings, known);
  let send: SentRung | null = null;
  for (const rung of found.taken) {
    const mine = await takeRung(tx, subject, mark(rung), around.now);
    if (mine && rung === found.send) send = rung;
  }
  return send ? work.of(send) : null;
}

const rungOf = (name: string): string => name.split(':')[0] ?? name;

function numberOf(one: Climbed): string {
  switch (one.kind) {
    case 'task':
      return taskNumber(one.task);
    case 'problem':
      return problemNumber(one.problem);
    case 'duty':
      return subjectOf(one.duty);
  }
}

/** Who is told of a rung. */
function toldOf(climbed: Climbed, people: readonly Person[]): readonly number[] {
  switch (climbed.kind) {
    case 'task':
      return toldOfTask(climbed.task, climbed.rung, people);
    case 'problem':
      return toldOfOwner(climbed.problem.unitId, climbed.problem.projectLeader, climbed.rung, people);
    case 'duty':
      return toldOfOwner(climbed.duty.unitId, climbed.duty.leader, climbed.rung, people);
  }
}

function toldOfTask(task: TaskView, rung: SentRung, people: readonly Person[]): readonly number[] {
  switch (rung) {
    case 'before':
      return recipientsOf(task, people);
    case 'unsigned':
    case 'due':
      return distinct([...recipientsOf(task, people), ...headsOf(task.unitId, people)]);
    case 'leader':
      return personRecipients(task.fromPersonId, people);
  }
}

/** The unit that answers for it, with its head; when it is long overdue the project's leader, or staff. */
function toldOfOwner(
  unitId: number | null,
  leaderName: string | null,
  rung: SentRung,
  people: readonly Person[],
): readonly number[] {
  const owners = unitId === null ? staffIds(people) : unitRecipients(unitId, people);
  switch (rung) {
    case 'before':
      return owners;
    case 'unsigned':
    case 'due':
      return distinct([...owners, ...headsOf(unitId, people)]);
    case 'leader': {
      const leader = people.find(({ name, disabled }) => name === leaderName && !disabled);
      return leader ? [leader.id] : staffIds(people);
    }
  }
}

const staffIds = (people: readonly Person[]): readonly number[] => staffOf(people).map(({ id }) => id);
const distinct = (ids: readonly number[]): readonly number[] => [...new Set(ids)];
