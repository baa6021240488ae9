import type { RefusalWords } from './words.ts';

/** Refusals of tasks and problems. */
export const workRefusals: RefusalWords = {
  'task.none-unsigned': () => ({ text: '您手上没有待签收的任务。', hint: '发“我的”看手上的事。' }),
  'praise.nobody': () => ({
    text: '没看出表扬谁，没有写入任何内容。',
    hint: '把名字写在前面，例如：表扬 @李四 提前五天办完用地手续。',
  }),
  'praise.words': ({ text }) => ({
    text: text ? `“${text}”说得太短或太长，没有写入任何内容。` : '没有写做了什么，没有写入任何内容。',
    hint: '例如：表扬 @李四 提前五天办完用地手续。',
  }),
  'praise.self': () => ({ text: '不能表扬自己，没有写入任何内容。' }),
  'broadcast.short': ({ text }) => ({
    text: `“${text}”太短，不像要传达的内容，没有发。`,
    hint: '例如：传达 下周一上午九点开招商调度会，请主要负责同志参加。看回执：传达 名单。',
  }),
  'broadcast.nobody': () => ({ text: '还没有可以传达的单位，没有发出。', hint: '请先导入单位名单。' }),
  'broadcast.none': () => ({ text: '没有这条传达。', hint: '发新的：传达 内容' }),
  'broadcast.not-asked': () => ({ text: '这条传达没有要求您的单位回执，没有写入。' }),
  'broadcast.chased': () => ({ text: '这条传达已经催过一次，没有再发。' }),
  'broadcast.units-only': () => ({ text: '传达只发给单位，没有发出。', hint: '发给个人请用“分派”。' }),
  'task.not-found': () => ({
    text: '没有这个编号的任务，没有写入任何内容。',
    hint: '请核对编号；发“我的”看您手上的任务。',
  }),
  'access.not-assignee': ({ task }) => ({
    text: `${task} 不是派给您的，您不能办理，没有写入任何内容。`,
    hint: '发“我的”看您手上的任务。',
  }),
  'access.not-checker': ({ task }) => ({
    text: `${task} 不是您交办的，没有写入任何内容。`,
    hint: '请由交办人或投促中心办理。',
  }),
  'task.cancelled': ({ task }) => ({ text: `${task} 已撤销，不用再办，没有写入任何内容。` }),
  'task.finished': ({ task }) => ({ text: `${task} 已办结，没有写入任何内容。`, hint: '还有事情请重新“分派”。' }),
  'task.handed-in': ({ task }) => ({ text: `${task} 已报办结，正在等核验，没有写入任何内容。` }),
  'task.not-handed-in': ({ task }) => ({
    text: `${task} 还没有报办结，没有什么可核验的，没有写入任何内容。`,
    hint: `要催一下请发“催办 ${task}”。`,
  }),
  'task.reason-missing': ({ task, what }) => ({
    text: `${what}要说明理由，没有写入任何内容。`,
    hint: `例如：${what === '延期' ? `延期 ${task} 下周五 等省里批复` : `办结 ${task} 退回 缺附件`}`,
  }),
  'task.extension-earlier': ({ task, dueOn }) => ({
    text: `${task} 本来就到 ${dueOn}，延期要写更晚的日期，没有写入任何内容。`,
  }),
  'task.due-past': ({ dueOn }) => ({
    text: `期限 ${dueOn} 已经过去，没有写入任何内容。`,
    hint: '请写今天或以后的日期，例如 周五前。',
  }),
  'task.due-far': ({ dueOn }) => ({ text: `期限 ${dueOn} 太远（最多五年），没有写入任何内容。`, hint: '请核对年份。' }),
  'task.title-long': ({ limit }) => ({ text: `事项太长（最多 ${limit} 字），没有分派。`, hint: '请写要点。' }),
  'task.text-long': ({ limit }) => ({ text: `内容太长（最多 ${limit} 字），没有写入任何内容。`, hint: '请写要点。' }),
  'problem.not-found': () => ({
    text: '没有这个编号的问题，没有写入任何内容。',
    hint: '请核对编号；发“查 项目”看它的问题。',
  }),
  'problem.solved': ({ problem }) => ({
    text: `${problem} 已经销号，没有写入任何内容。`,
    hint: '又出现了请重新登记“问题”。',
  }),
  'problem.meeting-future': ({ day }) => ({ text: `${day} 还没到，会开了再记，没有写入任何内容。` }),
  'commitment.future': ({ day }) => ({ text: `${day} 还没到，兑现了再记，没有写入任何内容。` }),
  'commitment.not-found': () => ({
    text: '没有这个编号的承诺，没有写入任何内容。',
    hint: '发“承诺清单”看编号。',
  }),
  'commitment.text-long': ({ limit }) => ({
    text: `内容太长（最多 ${limit} 字），没有写入任何内容。`,
    hint: '请写要点。',
  }),
  'request.not-found': () => ({
    text: '没有这个编号的诉求，没有写入任何内容。',
    hint: '发“诉求清单”看编号。',
  }),
  'request.text-long': ({ limit }) => ({
    text: `内容太长（最多 ${limit} 字），没有写入任何内容。`,
    hint: '请写要点。',
  }),
  'request.unread': () => ({
    text: '没看懂是哪家企业的什么诉求，没有写入任何内容。',
    hint: '企业名和内容之间空一格，例如：诉求 瑞通光伏 用电容量不足，想增容。',
  }),
  'request.answer-missing': ({ request }) => ({
    text: '还缺办理的内容，没有写入任何内容。',
    hint: `例如：诉求 办结 ${request} 变压器已增容。`,
  }),
  'request.closed': ({ request }) => ({
    text: `${request} 已经办结，没有写入任何内容。`,
    hint: '有新情况请重新提“诉求”。',
  }),
  'request.not-closed': ({ request }) => ({ text: `${request} 还没有办结，先不用评价，没有写入任何内容。` }),
  'access.not-rater': ({ request }) => ({
    text: `${request} 不是您提出的，不能由您评价，没有写入任何内容。`,
    hint: '请由提出诉求的同事或投促中心转达企业的评价。',
  }),
  'request.rating-unread': () => ({ text: '没看懂打几分，没有写入任何内容。', hint: '写 1 到 5，例如：评价 S4 5。' }),
  'problem.text-long': ({ limit }) => ({
    text: `内容太长（最多 ${limit} 字），没有写入任何内容。`,
    hint: '请写要点。',
  }),
  'meeting.nothing': () => ({
    text: '没有一项看得懂，没有分派。',
    hint: '一行一项，写清谁、什么时候、什么事，例如：城东街道 周五前 报送用地方案 X3。',
  }),
  'meeting.none': ({ meeting }) => ({ text: `没有议定${meeting}。`, hint: '发“议定”看最近的。' }),
  'matter.unread': ({ line, why }) => ({
    text: line ? `“${line}”${why}，没有写入任何内容。` : `${why}，没有写入任何内容。`,
    hint: '一行一项，写清谁、什么时候、什么事，例如：城东街道 周五前 布置展位。',
  }),
};
