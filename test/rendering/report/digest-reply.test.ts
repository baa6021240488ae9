import { expect, it } from 'vitest';
import { digestReply } from '../../../src/rendering/report/digest-reply.ts';
import { toText } from '../../../src/rendering/text.ts';
import { aDigest } from '../../support/digest.ts';

const text = (model = aDigest()) => toText({ ...digestReply(model), buttons: [] } as never);

it('the digest in chat: headline, what happened, every unit, who was silent, what is due', () => {
  const said = text();
  expect(said).toContain('云岭县招商周报（第41周）');
  expect(said).toContain('城关镇 第5→第2：新签约 2 个、3.2亿元');
  expect(said).toContain('第18乡 | 2 | 2 | 1 | 2.55 | 1 | 1');
  expect(said).toContain('本周没有动静：青岭乡');
  expect(said).toContain('超期 5 个工作日以上（1）');
});

it('never cuts a list without saying so, and leaves out what is empty', () => {
  const said = text();
  expect(said).toContain('下周到期（8）');
  expect(said).toContain('……另有 3 项');
  expect(said).not.toContain('待解决问题');
  expect(text(aDigest({ silent: [] }))).not.toContain('没有动静');
});
