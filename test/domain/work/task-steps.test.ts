import { describe, expect, it } from 'vitest';
import { date } from '../../../src/domain/calendar/date.ts';
import { Refusal } from '../../../src/domain/refusal.ts';
import type { Task, TaskState } from '../../../src/domain/work/task.ts';
import { carries, mayCheck } from '../../../src/domain/work/task.ts';
import {
  answerExtension,
  askExtension,
  cancelTask,
  finishTask,
  passTask,
  sendBackTask,
  signTask,
  urgeTask,
} from '../../../src/domain/work/task-steps.ts';

const NOW = new Date('2026-06-10T02:00:00Z');

const aTask = (patch: Partial<Task> = {}): Task => ({
  id: 45,
  title: '报送用地方案',
  projectId: null,
  source: 'dispatch',
  fromPersonId: 9,
  unitId: null,
  personId: 2,
  helpers: [],
  dueOn: date('2026-06-12'),
  dueTime: null,
  urgent: false,
  state: 'doing',
  createdAt: NOW,
  signedBy: null,
  signedAt: null,
  finishedAt: null,
  checkedAt: null,
  extensionTo: null,
  extensionReason: null,
  redos: 0,
  urgedAt: null,
  version: 1,
  ...patch,
});

const outcome = (work: () => unknown): unknown => {
  try {
    return work();
  } catch (error) {
    if (error instanceof Refusal) return error.code;
    throw error;
  }
};

const STEPS = {
  sign: (task: Task) => signTask(task, 2, NOW)?.state ?? null,
  finish: (task: Task) => finishTask(task, 2, NOW, false)?.state ?? null,
  pass: (task: Task) => passTask(task, NOW)?.state ?? null,
  back: (task: Task) => sendBackTask(task, '材料不全')?.state ?? null,
  cancel: (task: Task) => cancelTask(task)?.state ?? null,
};

describe('each step from each state', () => {
  const table: readonly (readonly [keyof typeof STEPS, Readonly<Record<TaskState, string | null>>])[] = [
    ['sign', { unsigned: 'doing', doing: null, checking: null, done: null, cancelled: 'task.cancelled' }],
    ['finish', { unsigned: 'checking', doing: 'checking', checking: null, done: null, cancelled: 'task.cancelled' }],
    [
      'pass',
      {
        unsigned: 'task.not-handed-in',
        doing: 'task.not-handed-in',
        checking: 'done',
        done: null,
        cancelled: 'task.cancelled',
      },
    ],
    [
      'back',
      {
        unsigned: 'task.not-handed-in',
        doing: null,
        checking: 'doing',
        done: 'task.not-handed-in',
        cancelled: 'task.cancelled',
      },
    ],
    [
      'cancel',
      { unsigned: 'cancelled', doing: 'cancelled', checking: 'cancelled', done: 'task.finished', cancelled: null },
    ],
  ];
  const cases = table.flatMap(([step, results]) =>
    Object.entries(results).map(([state, result]) => [step, state as TaskState, result] as const),
  );
  it.each(cases)('%s from %s gives %s', (step, state, result) => {
    expect(outcome(() => STEPS[step](aTask({ state })))).toBe(result);
  });
});

describe('the details of steps', () => {
  it('counts a sent-back task as a redo and needs a reason', () => {
    expect(sendBackTask(aTask({ state: 'checking', redos: 1 }), '缺附件')).toMatchObject({
      redos: 2,
      finishedAt: null,
    });
    expect(outcome(() => sendBackTask(aTask({ state: 'checking' }), ' '))).toBe('task.reason-missing');
  });

  it('is done at once when the one who finishes also checks', () => {
    expect(finishTask(aTask(), 9, NOW, true)).toMatchObject({ state: 'done', checkedAt: NOW });
  });

  it('takes an extension to a later day with a reason only', () => {
    expect(askExtension(aTask(), date('2026-06-19'), '等批复')).toEqual({
      extensionTo: '2026-06-19',
      extensionReason: '等批复',
    });
    expect(outcome(() => askExtension(aTask(), date('2026-06-12'), '等批复'))).toBe('task.extension-earlier');
    expect(outcome(() => askExtension(aTask(), date('2026-06-19'), undefined))).toBe('task.reason-missing');
    expect(outcome(() => askExtension(aTask({ state: 'checking' }), date('2026-06-19'), '等'))).toBe('task.handed-in');
  });

  it('moves the due day when an extension is granted, and only then', () => {
    const asked = aTask({ extensionTo: date('2026-06-19'), extensionReason: '等批复', dueTime: '17:00' });
    expect(answerExtension(asked, true)).toMatchObject({ dueOn: '2026-06-19', dueTime: null, extensionTo: null });
    expect(answerExtension(asked, false)).toEqual({ extensionTo: null, extensionReason: null });
    expect(answerExtension(aTask(), true)).toBeNull();
  });

  it('urges again only after the cool-down', () => {
    expect(urgeTask(aTask(), NOW, 120)).toEqual({ urgedAt: NOW });
    expect(urgeTask(aTask({ urgedAt: new Date(NOW.getTime() - 119 * 60_000) }), NOW, 120)).toBeNull();
    expect(urgeTask(aTask({ urgedAt: new Date(NOW.getTime() - 120 * 60_000) }), NOW, 120)).toEqual({ urgedAt: NOW });
    expect(outcome(() => urgeTask(aTask({ state: 'done' }), NOW, 120))).toBe('task.finished');
  });
});

describe('who may', () => {
  it.each([
    [{ personId: 2, unitId: 1 }, { personId: 2 }, true],
    [{ personId: 3, unitId: 1 }, { personId: 2, unitId: 1 }, false],
    [{ personId: 3, unitId: 1 }, { personId: 2, helpers: [3] }, true],
    [{ personId: 3, unitId: 1 }, { personId: null, unitId: 1 }, true],
    [{ personId: 3, unitId: 5 }, { personId: null, unitId: 1 }, false],
    [{ personId: 3, unitId: null }, { personId: null, unitId: 1 }, false],
  ])('%o carries a task of %o: %s', (actor, task, expected) => {
    expect(carries(actor, aTask(task))).toBe(expected);
  });

  it('lets the dispatcher, staff and admins check', () => {
    expect(mayCheck({ personId: 9, role: 'leader' }, aTask())).toBe(true);
    expect(mayCheck({ personId: 8, role: 'leader' }, aTask())).toBe(false);
    expect(mayCheck({ personId: 7, role: 'staff' }, aTask())).toBe(true);
    expect(mayCheck({ personId: 2, role: 'head' }, aTask())).toBe(false);
  });
});
