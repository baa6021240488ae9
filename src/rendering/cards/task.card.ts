import { LIGHT_NAMES } from '../../domain/work/light.ts';
import { assigneeName, TASK_STATE_NAMES, type TaskView, taskNumber } from '../../domain/work/task.ts';
import { dayText, deadlineText } from '../day.ts';
import { short } from '../format.ts';
import { type Button, type FactsPart, facts, list, note, type Reply, say, sayMore } from '../reply.ts';
import { guessText } from './calendar.card.ts';

/** Several tasks wait to be signed for: which one? */
export const signWhich = (tasks: readonly { readonly id: number; readonly title: string }[]): Reply => ({
  title: `有 ${tasks.length} 件待签收，签收哪一件？`,
  tone: 'ask',
  buttons: tasks.slice(0, 6).map(({ id, title }) => say(`R${id} ${short(title, 14)}`, `签收 R${id}`)),
});

/** "办理中 · 🟡临期", "已办结". */
const taskStatus = (task: TaskView): string =>
  [TASK_STATE_NAMES[task.state], task.light && task.light !== 'green' ? LIGHT_NAMES[task.light] : '']
    .filter(Boolean)
    .join(' · ');

/** One line of a list: "R45 报送用地方案（李四，6月12日）🔴逾期". */
export function taskLine(task: TaskView, withAssignee: boolean): string {
  const who = withAssignee ? `${assigneeName(task)}，` : '';
  const light = task.light && task.light !== 'green' ? LIGHT_NAMES[task.light] : '';
  return `${taskNumber(task)} ${short(task.title, 30)}（${who}${dayText(task.dueOn)}${task.dueTime ? task.dueTime : ''}前）${light}`;
}

/** A task with everything about it and what its assignee can do next. */
export const taskCard = (task: TaskView, title = `${taskNumber(task)} ${short(task.title, 40)}`): Reply => ({
  title,
  tone: task.light === 'red' ? 'warn' : 'info',
  parts: [taskFacts(task)],
  buttons: assigneeButtons(task),
  record: taskNumber(task),
});

/** To the assignee: a new task, to be signed. */
export const assignedCard = (task: TaskView): Reply =>
  taskCard(task, `${task.urgent ? '【紧急】' : ''}新任务 ${taskNumber(task)}，请签收`);

/** To the dispatcher: what was given to whom, and who could not be reached. */
export function assignReply(given: readonly { task: TaskView; unreached: readonly string[] }[]): Reply {
  const [first] = given;
  if (!first) return { title: '没有分派任何任务', tone: 'refused' };
  const numbers = given.map(({ task }) => taskNumber(task)).join('、');
  const unreached = [...new Set(given.flatMap((one) => one.unreached))];
  return {
    title: `已分派 ${numbers}`,
    tone: 'ok',
    parts: [
      facts(['事项', short(first.task.title, 120)], ['期限', deadline(first.task)], ['项目', projectText(first.task)]),
      list(given.map(({ task }) => `${taskNumber(task)} ${assigneeName(task)}`)),
      ...(unreached.length > 0 ? [note(`${unreached.join('、')} 还没有绑定，消息没有送到，请另行告知。`)] : []),
    ],
    mentions: given.flatMap(({ task }) =>
      task.personId !== null && task.personName ? [{ personId: task.personId, name: task.personName }] : [],
    ),
    buttons: [
      ...(given.length === 1 ? [say('签收', `签收 ${taskNumber(first.task)}`, 'primary')] : []),
      say('催办', `催办 ${taskNumber(first.task)}`),
      ...(given.length === 1 ? [cancelButton(first.task)] : []),
    ],
    record: taskNumber(first.task),
  };
}

const cancelButton = (task: TaskView): Button => ({
  label: '撤回任务',
  style: 'danger',
  press: { command: '分派', action: 'cancel', args: { task: task.id } },
  confirm: `确定撤回 ${taskNumber(task)}？`,
});

/** What a step came to: `done` when it was written, else how things stand. */
export const stepReply = ({ task, changed }: { task: TaskView; changed: boolean }, done: string): Reply => ({
  title: changed
    ? `${taskNumber(task)} ${done}`
    : `${taskNumber(task)} 现在是“${TASK_STATE_NAMES[task.state]}”，没有重复写入`,
  tone: changed ? 'ok' : 'info',
  parts: [taskFacts(task)],
  buttons: assigneeButtons(task),
  record: taskNumber(task),
});

/** To the dispatcher: handed in, to be checked. */
export const checkCard = (task: TaskView): Reply => ({
  title: `${taskNumber(task)} ${assigneeName(task)}报办结，请核验`,
  tone: 'ask',
  parts: [taskFacts(task)],
  buttons: [
    { label: '通过', style: 'primary', press: { command: '办结', action: 'pass', args: { task: task.id } } },
    { label: '退回', style: 'danger', press: { command: '办结', action: 'back', args: { task: task.id } } },
  ],
  record: taskNumber(task),
});

/** To the dispatcher: more time is asked for. */
export const extensionCard = (task: TaskView): Reply => ({
  title: `${taskNumber(task)} ${assigneeName(task)}申请延期到 ${task.extensionTo ? dayText(task.extensionTo) : ''}`,
  tone: 'ask',
  parts: [facts(['事项', short(task.title, 120)], ['原期限', deadline(task)], ['理由', task.extensionReason])],
  buttons: [
    { label: '同意', style: 'primary', press: { command: '延期', action: 'grant', args: { task: task.id } } },
    { label: '不同意', style: 'danger', press: { command: '延期', action: 'deny', args: { task: task.id } } },
  ],
  record: taskNumber(task),
});

/** To the assignee: something happened to the task ("已核验通过", "被退回：缺附件", "请抓紧办理"). */
export const toldCard = (task: TaskView, what: string): Reply => taskCard(task, `${taskNumber(task)} ${what}`);

function taskFacts(task: TaskView): FactsPart {
  return facts(
    ['事项', short(task.title, 200)],
    ['承办', assigneeName(task)],
    ['交办', task.fromName],
    ['期限', deadline(task)],
    ['状态', taskStatus(task)],
    ['延期', task.extensionTo ? `申请到 ${dayText(task.extensionTo)}，待答复` : null],
    ['项目', projectText(task)],
    ['最新', task.lastNote ? short(task.lastNote, 120) : null],
    ['退回', task.redos > 0 ? `${task.redos} 次` : null],
  );
}

function assigneeButtons(task: TaskView): Button[] {
  const number = taskNumber(task);
  if (task.state === 'unsigned') return [say('签收', `签收 ${number}`, 'primary'), say('办结', `办结 ${number}`)];
  if (task.state === 'doing') return [say('办结', `办结 ${number}`, 'primary'), sayMore('延期', `延期 ${number}`)];
  return [];
}

const deadline = (task: TaskView): string => deadlineText(task.dueOn, task.dueTime) + guessText(task.dueOn);

const projectText = (task: TaskView): string | null =>
  task.projectId === null ? null : `X${task.projectId} ${task.projectName ?? ''}`.trim();
