import type { Context } from '../../src/commands/context.ts';
import { defineCommand } from '../../src/commands/define.ts';
import { rest } from '../../src/commands/slots.ts';
import { addMonths, startOfMonth } from '../../src/domain/calendar/date.ts';
import { Refusal } from '../../src/domain/refusal.ts';
import { MAIN_BOARD } from '../../src/domain/report/board-plan.ts';
import {
  activatedReply,
  boardsReply,
  draftReply,
  figuresReply,
  trialReply,
} from '../../src/rendering/cards/boards.card.ts';
import type { Reply } from '../../src/rendering/reply.ts';
import { drawSingleBoardFiles } from '../../src/rendering/report/draw.ts';
import { singleBoardReply } from '../../src/rendering/report/single-board-reply.ts';
import {
  activate,
  boardJson,
  boardNow,
  draftNamed,
  endBoard,
  listBoards,
  saveDraft,
  tryDraft,
} from '../../src/services/boards.service.ts';
import { figureCatalogue } from '../../src/services/figures.service.ts';
import { storeDrawn, storeFile } from '../../src/services/file.service.ts';
import { periodIn } from './_period.ts';

export default defineCommand({
  name: '方案',
  group: 'figures',
  synonyms: ['考核方案', '榜单'],
  initials: 'fa',
  english: ['scheme', 'boards'],
  help: '考核方案和榜单：看、导出、存草案、用过去的月份试算、启用、停用',
  usage: '方案 [看|试算|启用|停用|导出|指标] [榜名] [月份]（随附 .json 存为草案）',
  examples: ['方案', '方案 试算 上月', '方案 启用 综合榜 7月', '方案 导出 综合榜', '方案 指标'],
  slots: { words: rest('做什么、榜名和月份', { optional: true }) },
  kind: 'write',
  ability: 'set-up',
  run: async ({ words = '' }, context) => {
    const [file] = context.files;
    if (file) return keepDraft(file.base64, context);
    const [, verb = '', left = ''] = /^(看|试算|启用|停用|导出|指标)?\s*(.*)$/su.exec(words.trim()) ?? [];
    const act = ACTS[verb];
    if (act) return act(left, context);
    if (left.startsWith('{')) return keepText(left, context);
    if (left) return show(left, context);
    const { inForce, drafts } = await listBoards(context.tx, context.today);
    return boardsReply(inForce, drafts);
  },
});

type Act = (left: string, context: Context) => Promise<Reply>;

const keepText = async (text: string, { tx, today, now }: Context): Promise<Reply> =>
  draftReply(await saveDraft(tx, text, today, now));

const keepDraft = (base64: string, context: Context): Promise<Reply> =>
  keepText(new TextDecoder().decode(Uint8Array.from(atob(base64), (char) => char.charCodeAt(0))), context);

const show: Act = async (left, context) => {
  const { period, left: name } = periodIn(left, context);
  const model = await boardNow(context.tx, context.org, name.replace(/\s*全部$/u, ''), period, context.now);
  return singleBoardReply(model, await storeDrawn(context.tx, await drawSingleBoardFiles([model])));
};

const tryOut: Act = async (left, context) => {
  const { tx, org, now, today } = context;
  const { period, left: name } = periodIn(left || '上月', context);
  if (period.from > today) throw new Refusal('report.future', { period: period.key });
  const { draft, now: present, tried } = await tryDraft(tx, org, await draftNamed(tx, name), period, now);
  return trialReply(draft, present, tried);
};

const enact: Act = async (left, context) => {
  const { tx, today } = context;
  const month = /(\d{1,2})月/.exec(left);
  const name = left.replace(/从?\s*(?:\d{4}年)?\d{1,2}月(?:份|起)?|下月起?|本月起?/gu, '').trim();
  const from = month
    ? monthAhead(Number(month[1]), today)
    : startOfMonth(left.includes('下月') ? addMonths(today, 1) : today);
  return activatedReply(await activate(tx, await draftNamed(tx, name), from));
};

/** The month of that number that is this one or ahead, or just behind by less than half a year. */
function monthAhead(month: number, today: Context['today']): Context['today'] {
  const here = startOfMonth(today);
  const steps = (month - Number(here.slice(5, 7)) + 12) % 12;
  return addMonths(here, steps > 6 ? steps - 12 : steps);
}

const end: Act = async (name, { tx, today }) => {
  const board = await endBoard(tx, name, today);
  return { title: `已停用：${board.name}，今天是最后一天`, tone: 'ok' };
};

const hand: Act = async (left, { tx, today }) => {
  const name = left || MAIN_BOARD;
  const bytes = new TextEncoder().encode(await boardJson(tx, name, today));
  const file = await storeFile(tx, { name: `方案-${name}.json`, mime: 'application/json', bytes });
  return { title: `方案：${name}`, tone: 'info', parts: [{ type: 'file', file }] };
};

const catalogue: Act = async (left) => {
  const figures = figureCatalogue();
  const asked = figures.find(({ name, label }) => left === name || left === label);
  if (!asked) return figuresReply(figures);
  return { title: `${asked.label}（${asked.name}，${asked.unit}）：${asked.how}`, tone: 'info' };
};

const ACTS: Readonly<Record<string, Act>> = {
  看: show,
  试算: tryOut,
  启用: enact,
  停用: end,
  导出: hand,
  指标: catalogue,
};
