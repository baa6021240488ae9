import { expect, test } from 'vitest';
import { leaderboard } from '../../../src/domain/report/leaderboard.ts';
import { boardReply, headline } from '../../../src/rendering/report/board-reply.ts';
import { toText } from '../../../src/rendering/text.ts';
import { aBoard, boardInputs } from '../../support/board.ts';

test('the headline compares count and amount with last year each by itself, and rates in 个百分点', () => {
  const words = headline(aBoard());
  expect(words).toMatch(/新签约 \d+ 个，同比增长 [\d.]+%；签约金额 [\d.]+亿元，同比增长 [\d.]+%/);
  expect(words).toMatch(/完成年度任务 [\d.]+%，[快慢]于序时 [\d.]+ 个百分点/);
  const unknown = headline(leaderboard({ ...boardInputs(), lastYear: null }));
  expect(unknown).toMatch(/新签约 \d+ 个，上年同期无数据；签约金额 [\d.]+亿元，上年同期无数据/);
});

test('a board offers what its figures are made of', () => {
  const reply = boardReply(aBoard());
  expect(reply.buttons?.map(({ press }) => press)).toContainEqual({ say: '口径 2026年10月' });
  expect(toText(reply)).toContain('口径：');
});
