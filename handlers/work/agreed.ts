import type { Context } from '../../src/commands/context.ts';
import { defineCommand } from '../../src/commands/define.ts';
import { record, rest } from '../../src/commands/slots.ts';
import { readDates } from '../../src/reading/date.ts';
import { agreedDraft, meetingCard, meetingsReply } from '../../src/rendering/cards/meeting.card.ts';
import { assignedCard } from '../../src/rendering/cards/task.card.ts';
import type { Reply } from '../../src/rendering/reply.ts';
import { fileMeeting, listMeetings, loadMeeting } from '../../src/services/meeting.service.ts';
import { ask, drop, question, revise, settle } from '../../src/services/pending.service.ts';
import { BULLET, readMatter } from './_matter.ts';

export default defineCommand({
  name: '议定',
  group: 'work',
  synonyms: ['议定事项', '会议纪要', '现场办公'],
  initials: 'yd',
  english: ['agreed', 'minutes'],
  help: '会上、调研时定的事一次发来，一行一项，核对后各成一个任务；看落实了几项',
  usage: '议定 会议或调研名称（下面一行一项：责任单位 期限 事项 [项目编号]） · 议定 [编号]',
  examples: [
    '议定 6月9日县长调研城东\n1. 城东街道 周五前 报送用地方案 X3\n2. 发改局 月底前 出具备案意见',
    '议定 3',
    '议定',
  ],
  slots: { activity: record('H', '活动编号', { optional: true }), said: rest('名称和事项', { optional: true }) },
  kind: 'write',
  ability: 'look',
  takesLines: 'whole',
  run: async ({ activity, said }, context) => {
    const number = /^\d{1,6}$/.exec(said ?? '')?.[0];
    if (number) return meetingCard(await loadMeeting(context.tx, context, Number(number)), '议定事项');
    const text =
      said && (said.includes('\n') || !context.quote) ? said : [said, context.quote].filter(Boolean).join('\n');
    if (!text) return meetingsReply(await listMeetings(context.tx, context, activity));
    const args = { text, ...(activity === undefined ? {} : { activity }) };
    const id = await ask(context.tx, context, { command: '议定', action: 'more', args });
    return agreedDraft(readAgreed(text, context), id);
  },
  actions: {
    write: { kind: 'write', ability: 'dispatch', run: ({ id }, context) => write(Number(id), context) },
    drop: { kind: 'write', run: ({ id }, context) => giveUp(Number(id), context) },
    more: {
      kind: 'write',
      run: async ({ id }, context, said = '') => {
        if (/^(?:确认|分派|可以|好的?|对)$/.test(said.trim())) return write(Number(id), context);
        if (/^(?:算了|放弃|取消|不要了?|不分了?)[。！!]?$/.test(said.trim())) return giveUp(Number(id), context);
        const { args } = await question(context.tx, context, Number(id));
        const text = amended(String(args.text), said, context);
        await revise(context.tx, Number(id), { args: { ...args, text } });
        return agreedDraft(readAgreed(text, context), Number(id));
      },
    },
  },
});

async function giveUp(id: number, { tx }: Context): Promise<Reply> {
  await drop(tx, id);
  return { title: '已放弃，没有分派', tone: 'info' };
}

async function write(id: number, context: Context): Promise<Reply> {
  const { tx } = context;
  const { args } = await question(tx, context, id);
  const { title, heldOn, items } = readAgreed(String(args.text), context);
  if (!(await settle(tx, id)))
    return { ...meetingsReply(await listMeetings(tx, context)), title: '早已分派，没有重复写入' };
  const activityId = typeof args.activity === 'number' ? args.activity : undefined;
  const given = items.flatMap((item) => ('assignment' in item ? [item.assignment] : []));
  const filed = await fileMeeting(tx, context, { title, heldOn, activityId, items: given }, assignedCard);
  return meetingCard(filed.meeting, '已分派', filed.unreached);
}

/** The minutes with more lines; one that says again what was not understood takes its place. */
function amended(text: string, said: string, context: Context): string {
  const unread = new Set(readAgreed(text, context).items.flatMap((item) => ('why' in item ? [item.line] : [])));
  const kept = text.split('\n').filter((line) => {
    const bare = line.trim().replace(BULLET, '');
    return !(unread.has(bare) && shareWords(bare, said));
  });
  return [...kept, said].join('\n');
}

/** Whether four characters in a row stand in both. */
const shareWords = (line: string, said: string): boolean =>
  [...line].some((_, at) => line.length - at >= 4 && said.includes(line.slice(at, at + 4)));

/** The minutes line by line; the first line that is no item is what it was. */
function readAgreed(text: string, context: Context) {
  const [first = '', ...others] = text
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean);
  const whole = readMatter(first, context);
  const titled = 'why' in whole || (others.length > 0 && !BULLET.test(first) && isHead(first));
  const items = (titled ? others : [first, ...others]).map((line) => readMatter(line, context));
  const [day] = readDates(first, context.today, context.calendar, { prefer: 'past' });
  const heldOn = titled && day && !('impossible' in day) && day.from <= context.today ? day.from : context.today;
  return { title: titled ? first.replace(/[：:]$/, '').slice(0, 100) : '议定事项', heldOn, items };
}

/** A first line that says where things were agreed. */
const isHead = (line: string): boolean => /(?:会|会议|调研|办公|座谈|考察|纪要|调度)[^，,。]{0,12}[：:]?$/.test(line);
