import { describe, expect, it } from 'vitest';
import { date } from '../../../src/domain/calendar/date.ts';
import type { Standing } from '../../../src/domain/project/project.ts';
import { checkMove, hasReached, type Move, nextStage } from '../../../src/domain/project/stage.ts';
import { Refusal } from '../../../src/domain/refusal.ts';

const move = (from: Standing, to: Standing, more: Partial<Move> = {}): Move => ({
  from,
  to,
  occurredOn: date('2026-06-10'),
  today: date('2026-06-12'),
  note: undefined,
  agreementGiven: true,
  openProblems: 0,
  byStaff: false,
  optionalStages: [],
  before: null,
  ...more,
});

const answer = (wanted: Move): string => {
  try {
    checkMove(wanted);
    return 'ok';
  } catch (error) {
    if (error instanceof Refusal) return error.code;
    throw error;
  }
};

describe('a stage move', () => {
  it.each<[string, Move, string]>([
    ['to the next stage is reported by anyone', move('在谈', '签约'), 'ok'],
    ['that skips a stage is for staff', move('在谈', '开工'), 'stage.order'],
    ['that skips a stage needs a reason from staff too', move('在谈', '开工', { byStaff: true }), 'stage.needs-reason'],
    ['that skips a stage passes with staff and a reason', move('在谈', '开工', { byStaff: true, note: '补录' }), 'ok'],
    ['back is for staff', move('开工', '签约'), 'stage.order'],
    ['back passes with staff and a reason', move('开工', '签约', { byStaff: true, note: '误报' }), 'ok'],
    ['to where it stands changes nothing', move('签约', '签约'), 'stage.same'],
    ['of tomorrow is refused', move('签约', '落地', { occurredOn: date('2026-06-13') }), 'date.future'],
    ['of today is taken', move('签约', '落地', { occurredOn: date('2026-06-12') }), 'ok'],
    ['to 签约 on a framework agreement is none', move('在谈', '签约', { note: '签框架协议' }), 'stage.framework'],
    ['to 签约 needs its amount', move('在谈', '签约', { agreementGiven: false }), 'stage.needs-amount'],
    ['out needs a reason', move('开工', '流失'), 'stage.needs-reason'],
    ['out passes with a reason', move('开工', '流失', { note: '资金 断了' }), 'ok'],
    ['to 投产 waits for open problems', move('开工', '投产', { openProblems: 1 }), 'stage.open-problems'],
    [
      'to 投产 with open problems passes with staff and a reason',
      move('开工', '投产', { openProblems: 1, byStaff: true, note: '问题不影响投产' }),
      'ok',
    ],
    ['from 搁置 resumes in talks', move('搁置', '在谈'), 'ok'],
    ['from 搁置 does not resume as signed', move('搁置', '签约'), 'stage.shelved'],
    ['from 搁置 resumes where it stood', move('搁置', '落地', { before: '落地' }), 'ok'],
    [
      'from 搁置 resumes as signed without its amount',
      move('搁置', '签约', { before: '签约', agreementGiven: false }),
      'ok',
    ],
    ['from 搁置 does not go past where it stood', move('搁置', '开工', { before: '落地' }), 'stage.shelved'],
    [
      'to an optional stage that is off is none, for staff too',
      move('开工', '竣工', { byStaff: true, note: '补' }),
      'stage.off',
    ],
    ['to an optional stage that is on is the next one', move('开工', '竣工', { optionalStages: ['竣工'] }), 'ok'],
    ['past an optional stage that is off is no skip', move('开工', '投产'), 'ok'],
    ['past an optional stage that is on is a skip', move('开工', '投产', { optionalStages: ['竣工'] }), 'stage.order'],
  ])('%s', (_, wanted, expected) => {
    expect(answer(wanted)).toBe(expected);
  });

  it('leads nowhere from the end and from exits', () => {
    expect([nextStage('投产', []), nextStage('流失', []), nextStage('线索', [])]).toEqual([null, null, '在谈']);
  });

  it('an exit has reached no stage', () => {
    expect([hasReached('流失', '线索'), hasReached('开工', '签约'), hasReached('在谈', '签约')]).toEqual([
      false,
      true,
      false,
    ]);
  });
});
