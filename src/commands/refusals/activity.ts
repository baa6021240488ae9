import type { RefusalWords } from './words.ts';

/** Refusals of activities. */
export const activityRefusals: RefusalWords = {
  'activity.not-found': () => ({ text: '没有这个编号的活动。', hint: '发“活动”看本月的活动。' }),
  'activity.days': ({ from, to }) => ({
    text: `活动时间 ${from} 至 ${to} 不对，没有写入任何内容。`,
    hint: '请核对日期，例如 6月17-21日。',
  }),
  'activity.filter': ({ text }) => ({
    text: `没有“${text}”这类活动或产业链。`,
    hint: '例如：活动 5月；活动 临洺关镇；活动 外出招商；活动 新能源。',
  }),
  'drill.name': ({ name }) => ({
    text: name ? `“${name}”不像培训或比武的名称（2 到 60 字），没有写入。` : '没有写培训或比武的名称，没有写入。',
    hint: '例如：培训 6月5日 招商谈判实务 参加 张三、李四。',
  }),
  'drill.nobody': () => ({
    text: '没看出谁参加了，没有写入。',
    hint: '写花名册里的人或单位，例如：培训 6月5日 招商谈判实务 参加 张三、城关镇。',
  }),
  'drill.when': () => ({
    text: '没看出是哪天，没有写入。',
    hint: '例如：培训 6月5日 招商谈判实务 参加 张三、李四。看记录：培训；看队伍：培训 队伍。',
  }),
  'event.none': ({ event }) => ({ text: `没有 ${event} 号日程。`, hint: '发“日程”看编号。' }),
  'event.number': () => ({
    text: '没有写编号，没有写入。',
    hint: '例如：日程 3；日程 准备 3 城东街道 周五前 布置展位。',
  }),
  'event.name': () => ({
    text: '没有写名称（2 到 60 字），没有写入。',
    hint: '例如：日程 新增 廊坊经洽会 6月17-21日 地点 廊坊。',
  }),
  'event.when': () => ({ text: '没看出是哪天，没有写入。', hint: '例如：日程 新增 企业服务日 6月25日 每月。' }),
  'event.over': ({ event }) => ({ text: `${event}已经办完，不再安排准备，没有写入。` }),
  'event.early': ({ event, day }) => ({ text: `${event} ${day} 才办，还没到，没有写入。` }),
  'event.words': ({ event }) => ({
    text: '办得怎么样？没有写结果。',
    hint: `例如：日程 结果 ${event} 走访 12 家，解决用电 3 件。`,
  }),
  'event.score': ({ event }) => ({
    text: '打分要写项目和 0 到 100 的分数，没有写入。',
    hint: `例如：日程 打分 ${event} X113 92 进度快。`,
  }),
  'event.own': ({ project }) => ({ text: `${project} 是本单位的项目，不能给自己打分，没有写入。` }),
};
