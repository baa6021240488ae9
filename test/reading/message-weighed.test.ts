import { expect, it } from 'vitest';
import { date } from '../../src/domain/calendar/date.ts';
import { workCalendar } from '../../src/domain/calendar/workday.ts';
import { factsOf } from '../../src/reading/facts.ts';
import type { GramTable } from '../../src/reading/gram-table.ts';
import { signsOf } from '../../src/reading/judge.ts';
import { readMessage } from '../../src/reading/message.ts';
import { KINDS, type Kind, messageTable, weighMessage, weighText } from '../../src/reading/message-weighed.ts';
import { readNames } from '../../src/reading/names.ts';
import { prepare } from '../../src/reading/prepared.ts';
import { readScale } from '../../src/reading/scale.ts';
import { readStage } from '../../src/reading/stage.ts';
import { learnMessages } from '../train/learn-messages.ts';

const likeliest = (text: string, table?: GramTable) => {
  const prepared = prepare(text, date('2026-06-10'), workCalendar());
  const facts = factsOf(prepared, readNames(prepared), readScale(prepared), null);
  const { kinds } = table
    ? weighMessage(weighText(text, table), [], table)
    : weighMessage(weighText(text), signsOf(prepared, facts));
  return KINDS.reduce((best, kind) => (kinds[kind] > kinds[best] ? kind : best));
};

it.each([
  ['甲县经开区今天和宏远签了，做汽车座椅，投三个亿，要六十亩地', 'lead'],
  ['下周一之前把各自的在谈项目表报给我', 'task'],
  ['用地指标一直批不下来，项目卡住了', 'problem'],
  ['今天跟书记去苏州拜访了三家企业', 'activity'],
  ['收到，谢谢', 'none'],
])('%s reads like a %s by its characters and its facts', (text, kind) => {
  expect(likeliest(text)).toBe(kind);
});

it('gives every kind a share, one together, whatever the text', () => {
  for (const text of ['', '🎉', '啊'.repeat(100_000), 'x113 ok', '\u0000^_='])
    expect(Object.values(weighMessage(weighText(text)).kinds).reduce((sum, share) => sum + share, 0)).toBeCloseTo(1);
});

it('learns from labelled messages what tells their kinds and stages apart, and keeps it as a file that reads back', () => {
  const told = (kind: Kind, stage: string | null, ...texts: string[]) =>
    texts.map((plain) => ({ plain, facts: [], kind, stage }));
  const table = messageTable(
    learnMessages([
      ...told('stage', '签约', '签约了', '已签约', '签约啦', '正式签约'),
      ...told('problem', null, '没批', '还没批', '没有批', '一直没批'),
    ]),
  );
  expect(likeliest('又没批', table)).toBe('problem');
  expect(likeliest('下午签约', table)).toBe('stage');
  expect(weighMessage(weighText('下午签约', table), [], table).stage.stage).toBe('签约');
});

it('tells a stage by the whole message where no word of stages stands', () => {
  const text = '瑞盛轴承二期昨天剪彩，投资1.2亿元';
  const today = date('2026-06-10');
  expect(readStage(text, today)).toBeNull();
  expect(readMessage(text, { today, calendar: workCalendar() }).stage).toBe('投产');
});
