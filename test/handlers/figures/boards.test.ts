import { expect, test, vi } from 'vitest';
import singleBoards from '../../../jobs/single-boards.ts';
import { loadOrg } from '../../../src/db/org.repository.ts';
import { date } from '../../../src/domain/calendar/date.ts';
import { workCalendar } from '../../../src/domain/calendar/workday.ts';
import { toText } from '../../../src/rendering/text.ts';
import { button, type Seen, type TestBot } from '../../support/bot.ts';
import { aMonth } from '../../support/month.ts';

vi.setConfig({ testTimeout: 60_000 });

const single = {
  name: '招大引强榜',
  posts: ['月报'],
  who: { groups: ['乡镇组'] },
  scheme: {
    id: 'big',
    title: '招大引强',
    show: { signed_amount: { places: 0 }, 平均项目规模: { places: 1 } },
    rank: { by: [{ value: 'signed_amount' }] },
    awards: [{ name: '优胜', top: 1 }],
  },
};

const upload = (bot: TestBot, body: unknown, who = '钱七'): Promise<Seen> => {
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  const base64 = Buffer.from(text).toString('base64');
  return bot.says(who, '方案', { files: [{ name: '方案.json', mime: 'application/json', base64 }] });
};

test('a board comes as a file, is tried on a month, put into force, carried by its post, and ended', async () => {
  const bot = await aMonth();
  expect((await bot.says('钱七', '方案')).text).toContain('综合榜：系统自带的方案');
  const draft = await upload(bot, single);
  expect(draft.text).toContain('已存草案：招大引强榜 第 1 版，还没有生效');
  const trial = await bot.presses('钱七', button(draft, '试算本月'));
  expect(trial.text).toContain('试算 招大引强榜 第 1 版：2026年6月，现在没有这个榜');
  expect(trial.text).toContain('临洺关镇【优胜】 | 1 | — | 120000');
  expect(trial.text).not.toContain('发改局');
  expect((await bot.presses('钱七', button(trial, '启用'))).text).toContain('已启用：招大引强榜 第 1 版，6月1日起');
  expect((await bot.says('钱七', '方案 看 招大引强')).text).toContain('1 | 临洺关镇【优胜】 | 120000 | 120000.0');
  const [due] = singleBoards.due(date('2026-06-30'), await clockOf(bot));
  if (!due) throw new Error('not due');
  const postings = await bot.inOrg(async (tx) =>
    singleBoards.run({
      tx,
      org: { ...(await loadOrg(tx)), calendar: workCalendar() },
      due,
      now: due.at,
      today: date('2026-06-30'),
      chats: [{ id: bot.groupId, name: '群', unitId: null }],
    }),
  );
  const told = postings.map(({ reply }) => toText({ ...reply, mentions: [] })).join();
  expect(told).toContain('招大引强榜 · 2 家');
  expect(told).toMatch(/［图片］.*第1临洺关镇/);
  expect((await bot.says('钱七', '方案 停用 招大引强榜')).text).toContain('已停用');
  bot.at('2026-06-11T10:00:00+08:00');
  expect((await bot.says('钱七', '方案')).text).not.toContain('招大引强榜：');
});

test('a new edition of the composite board is tried beside the present one; closed months keep theirs', async () => {
  const bot = await aMonth();
  const scheme = {
    id: 'turned',
    title: '倒过来',
    items: [{ id: '少签', rule: { kind: 'each', value: 'signed_amount', points: -1 } }],
    rank: { by: [{ value: 'total' }], within: 'group' },
    awards: [{ name: '红旗', top: 1 }],
  };
  await upload(bot, { name: '综合榜', scheme, unflagged: { units: ['城东街道'] } });
  const { text } = await bot.says('钱七', '方案 试算 6月');
  expect(text).toContain('2 个单位位次有变');
  expect(text).toContain('城东街道 | 1 | 2 | -20000');
  expect((await bot.says('钱七', '排行')).text).toContain('1 – | 临洺关镇【红旗】');
  await bot.says('钱七', '方案 启用 综合榜 本月');
  const board = (await bot.says('钱七', '排行')).text;
  expect(board).toContain('1 – | 城东街道 |');
  expect(board).not.toContain('城东街道【');
  await bot.says('钱七', '撤销');
  expect((await bot.says('钱七', '排行')).text).toContain('1 – | 临洺关镇【红旗】');
  await bot.says('钱七', '月报 发布');
  expect((await bot.says('钱七', '方案 启用 综合榜 6月')).text).toContain('最早可以从 2026-07 起启用');
  expect((await bot.says('钱七', '方案 启用 综合榜 7月')).text).toContain('7月1日起');
});

test('what is wrong with a file is said with its place; members may not', async () => {
  const bot = await aMonth();
  expect((await upload(bot, '{')).text).toContain('方案有误：不是 JSON');
  const long =
    '{"name": "榜", "scheme": {"id": "s", "title": "试", "items": [{"id": "甲", "weight": 0.12345678901234567891}]}}';
  expect((await upload(bot, long)).text).toContain('scheme.items[0].weight');
  const wrong = { ...single, scheme: { ...single.scheme, rank: { by: [{ value: 'signed_cuont' }] } } };
  expect((await upload(bot, wrong)).text).toContain('rank.by[0].value：没有“signed_cuont”这个指标');
  expect((await bot.says('钱七', '方案 试算')).text).toContain('还没有草案');
  expect((await bot.says('钱七', '方案 停用 综合榜')).text).toContain('不能停用');
  expect((await upload(bot, single, '张三')).text).toContain('您的角色不能使用');
});

test('the scheme in force is handed over as a file that can come back, and the figures it may name are listed', async () => {
  const bot = await aMonth();
  const { reply } = await bot.says('钱七', '方案 导出');
  expect(reply.parts?.[0]).toMatchObject({ type: 'file', file: { name: '方案-综合榜.json' } });
  expect((await bot.says('钱七', '方案 指标')).text).toContain('履约率、开工率、投产率、资金到位率');
  expect((await bot.says('钱七', '方案 指标 开工率')).text).toContain('签约已开工数÷考察签约数');
});

const clockOf = (bot: TestBot) => bot.inOrg(async (tx) => ({ ...(await loadOrg(tx)), calendar: workCalendar() }));
