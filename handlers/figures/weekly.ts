import type { Context } from '../../src/commands/context.ts';
import { defineCommand } from '../../src/commands/define.ts';
import { rest } from '../../src/commands/slots.ts';
import { addDays } from '../../src/domain/calendar/date.ts';
import { type Period, parsePeriod, weekOf } from '../../src/domain/calendar/period.ts';
import { mayEver } from '../../src/domain/org/access.ts';
import { Refusal } from '../../src/domain/refusal.ts';
import type { DigestModel } from '../../src/domain/report/model.ts';
import { note, type Reply } from '../../src/rendering/reply.ts';
import { digestReply } from '../../src/rendering/report/digest-reply.ts';
import { drawDigestFiles } from '../../src/rendering/report/draw.ts';
import { buildDigest } from '../../src/services/digest.service.ts';
import { postEarly } from '../../src/services/early.service.ts';
import { storeDrawn } from '../../src/services/file.service.ts';
import { findReport, keep } from '../../src/services/report.service.ts';

const POST = { name: '周报', report: 'weekly' } as const;

export default defineCommand({
  name: '周报',
  group: 'figures',
  synonyms: ['招商周报', '发布周报'],
  initials: 'zb',
  english: ['weekly', 'digest'],
  help: '看周报：本周的是预览，发过的是原稿；投促中心可提前“发布”',
  usage: '周报 [上周|第46周] [预览|发布]',
  examples: ['周报', '周报 预览', '周报 上周', '周报 第46周'],
  slots: { words: rest('哪一周、预览或发布', { optional: true }) },
  kind: 'write',
  ability: 'look',
  run: async ({ words = '' }, context) => {
    const week = weekIn(words, context);
    if (words.includes('发布') || context.line.startsWith('发布')) return publish(context);
    const known = await findReport(context.tx, 'weekly', week.key);
    if (known) return digestReply(known.report.model as DigestModel, known.files);
    if (week.key !== weekOf(context.today).key) throw new Refusal('report.none', { period: week.key, report: '周报' });
    return preview(context);
  },
  actions: { publish: { kind: 'write', ability: 'publish', run: (_, context) => publish(context) } },
});

/** "上周", "第46周" of this year, "2026-W46"; this week when nothing is said. */
function weekIn(words: string, { today }: Context): Period {
  if (/上周|上个?星期/.test(words)) return weekOf(addDays(today, -7));
  const number = /第?\s?(\d{1,2})\s?周/.exec(words)?.[1];
  const key =
    /\d{4}-W\d\d/i.exec(words)?.[0].toUpperCase() ?? (number && `${today.slice(0, 4)}-W${number.padStart(2, '0')}`);
  const named = key ? parsePeriod(key) : null;
  if (key && !named) throw new Refusal('report.none', { period: key, report: '周报' });
  return named ?? weekOf(today);
}

async function preview(context: Context): Promise<Reply> {
  const { tx, org, calendar, today, now, actor } = context;
  const model = await buildDigest(tx, { ...org, calendar }, today, now);
  const reply = digestReply(model, await storeDrawn(tx, await drawDigestFiles(model)));
  const button = {
    label: '发布',
    style: 'primary',
    press: { command: '周报', action: 'publish', args: {} },
    confirm: '现在就发布本周周报？之后的事算下一期。',
  } as const;
  return {
    ...reply,
    title: `【预览】${reply.title}`,
    parts: [...(reply.parts ?? []), note(`这是预览，到每周最后一个工作日 ${org.settings.digestAt} 自动发到订阅的群。`)],
    buttons: mayEver(actor, 'publish') ? [button, ...(reply.buttons ?? [])] : (reply.buttons ?? []),
  };
}

/** Posts this week's digest now; the next one begins where it was cut. */
async function publish({ tx, org, calendar, today, now, actor }: Context): Promise<Reply> {
  if (!mayEver(actor, 'publish')) throw new Refusal('access.denied', { command: '发布' });
  const chats = await postEarly(tx, POST, weekOf(today), now, async () => {
    const model = await buildDigest(tx, { ...org, calendar }, today, now);
    const made = { inputs: null, schemeId: null, cutOff: now };
    return digestReply(model, (await keep(tx, 'weekly', model, made, await drawDigestFiles(model))).files);
  });
  return { title: `已发布本周周报，发到 ${chats} 个群`, tone: 'ok', parts: [note('到点不会再发；之后的事算下一期。')] };
}
