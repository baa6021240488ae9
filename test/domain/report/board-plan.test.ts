import { describe, expect, test } from 'vitest';
import { chooses, MAIN_BOARD, readBoardPlan } from '../../../src/domain/report/board-plan.ts';
import { mistakeIn } from '../../../src/domain/scoring/mistake.ts';

const scheme = { id: 's', title: '招大引强', rank: { by: [{ value: 'signed_count/10亿以上' }] } };

const wrongAt = (input: unknown): string | undefined => {
  try {
    readBoardPlan(input);
    return undefined;
  } catch (error) {
    return mistakeIn(error)?.path;
  }
};

test('a scheme alone is the composite board', () => {
  expect(readBoardPlan(scheme)).toEqual({ name: MAIN_BOARD, scheme });
});

test.each([
  [{ name: '榜', scheme: { ...scheme, colour: 'red' } }, 'scheme.colour'],
  [{ name: '榜', scheme, who: { towns: [] } }, 'who.towns'],
  [{ name: '榜', scheme, posts: ['日报'] }, 'posts[0]'],
  [{ name: ' ', scheme }, 'name'],
  [{ scheme }, 'name'],
  ['text', ''],
])('what the language does not know is refused with its path: %j', (input, path) => {
  expect(wrongAt(input)).toBe(path);
});

describe('who is on a board', () => {
  const unit = { name: '城关镇', group: '乡镇组', kind: '乡镇街道' };
  test.each([
    [{}, true],
    [{ groups: ['乡镇组'] }, true],
    [{ groups: ['部门组'] }, false],
    [{ kinds: ['乡镇街道'], except: ['城关镇'] }, false],
    [{ groups: ['部门组'], units: ['城关镇'] }, true],
    [{ units: [] }, false],
  ])('%j: %s', (choosing, on) => {
    expect(chooses(choosing, unit)).toBe(on);
  });
});
