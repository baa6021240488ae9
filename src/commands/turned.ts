import { settingNamed } from '../domain/setting-form.ts';
import { foldWidth } from '../reading/clean.ts';
import { plainWords } from '../reading/plain.ts';
import type { Reading } from './reading.ts';

type Groups = Readonly<Record<string, string>>;
type Turn = (groups: Groups, reading: Reading) => string | null;

/** A task is passed or sent back with the words that staff use for reports: 核实 R45, 退回 R45 缺附件. */
const verdict: Turn = ({ back, task, why }) => `办结 ${task} ${back ? `退回 ${why}` : '通过'}`;

const setting: Turn = ({ name = '', value = '' }) =>
  settingNamed(name) || name === '统计截止'
    ? `设置 ${name} ${/^(?:是?多少|现在)/.test(value) ? '' : value}`.trim()
    : null;

const succession: Turn = ({ from = '', to = '', why = '' }, { vocabulary }) => {
  const known = (name: string) => vocabulary.people.some((person) => person.name === name);
  const one = from === '我' || from === '';
  return known(to) && (one || known(from)) ? `交接 ${one ? '' : `${from} `}${to} ${why}`.trim() : null;
};

/** What is said of a person of the roster: 张三改成联络员, 张三停用. */
const person: Turn = ({ name = '', act = '', role = '' }, { vocabulary }) =>
  vocabulary.people.some((one) => one.name === name) ? `人员 ${act || '修改'} ${name} ${role}`.trim() : null;

const unitNamed = (name: string, { vocabulary }: Reading): string | null =>
  vocabulary.units.find((unit) => unit.name === name || unit.aliases.includes(name))?.name ?? null;

const unit: Turn = ({ name = '', act, given = '' }, reading) => {
  const known = unitNamed(name, reading);
  return known && `单位 ${act} ${known} ${given}`.trim();
};

const target: Turn = ({ name = '', year = '', what = '', sum = '' }, reading) => {
  const known = unitNamed(name, reading);
  return known && `目标 ${known} ${what} ${sum} ${year === '明年' ? year : ''}`.replace(/\s+/g, ' ').trim();
};

const task: Turn = ({ name = '', more }, reading) => {
  const known = unitNamed(name, reading) ?? reading.vocabulary.people.find((one) => one.name === name)?.name;
  return known ? `分派 @${known} ${more}` : null;
};

const ROLES = '成员|联络员|单位负责人|负责人|领导|投促中心|管理员';

/** How people put commands whose word stands elsewhere, or nowhere; the first that fits turns the line. */
const TURNS: readonly (readonly [RegExp, Turn])[] = [
  [
    /^(?:(?<back>退回|打回|驳回)|核实|核验通过|核验|通过)\s*(?<task>[rR] ?[0-9]{1,9})(?![0-9A-Za-z])[\s,:]*(?<why>[\s\S]*)$/,
    verdict,
  ],
  [
    /^给?(?<request>[sS] ?\d{1,9})[\s,:]*(?:打|给|评|办得)?(?:个|了)?(?<said>[1-5一二三四五] ?分|(?:很|非常|不)?满意|一般|好评|差评)(?<more>[\s\S]*)$/,
    ({ request, said = '', more }) => `评价 ${request} ${RATINGS[said] ?? said} ${more}`.trim(),
  ],
  [
    /^(?<request>[sS] ?\d{1,9})[\s,:]*(?:已经?)?(?<act>受理|办理|办结)(?:了|完)?[\s,:]*(?<more>[\s\S]*)$/,
    ({ request, act, more }) => `诉求 ${act} ${request} ${more}`.trim(),
  ],
  [
    /^(?<act>受理|办理|办结)\s*(?<request>[sS] ?\d{1,9})(?!\d)[\s,:]*(?<more>[\s\S]*)$/,
    ({ request, act, more }) => `诉求 ${act} ${request} ${more}`.trim(),
  ],
  [
    /^(?<request>[sS] ?\d{1,9})[\s,:]+(?<more>[\s\S]{2,}?)[\s,]+(?<act>办理|办结)了?$/,
    ({ request, act, more }) => `诉求 ${act} ${request} ${more}`.trim(),
  ],
  [
    /^(?<task>[rR] ?\d{1,9})[\s,:]*(?:已经?|都)*(?:搞定|弄好|弄完|办妥|完事)(?:了|啦)?[\s,:]*(?<more>[\s\S]*)$/,
    ({ task, more }) => `办结 ${task} ${more}`.trim(),
  ],
  [
    /^(?<problem>[wW] ?\d{1,9})[\s,:]*(?:已经?|都)*(?:搞定|办妥|处理好|处理完|落实)(?:了|啦)?[\s,:]*(?<more>[\s\S]*)$/,
    ({ problem, more }) => `解决 ${problem} ${more}`.trim(),
  ],
  [
    /^(?:请?把|将)?(?<project>[xX#] ?\d{1,9})的?(?<field>(?:总?投资|协议)(?:金?额|方(?:名称)?)?|用地(?:面积)?|联系人|联系电话|电话|手机号?|项目名称|名称|产业|引荐人|推荐人|用工)(?:改|换|更正|调整|变更)(?:为|成|到)(?<more>.+)$/,
    ({ project, field = '', more }) => `补充 ${project} ${field.replace(/额$/, '')} ${more}`,
  ],
  [
    /^(?:请?把|将)?(?<name>[\u4e00-\u9fff]{2,10}?)(?:统一)?(?:改|设|调整?|定)(?:为|成|到)(?<value>[^\s].{0,60})$/,
    setting,
  ],
  [/^(?<name>[\u4e00-\u9fff]{2,10}?)(?:现在)?(?<value>是?多少)天?[?？]?$/, setting],
  [
    /^(?<day>\d{1,2}月\d{1,2}[日号])(?:要|改|调休|全县|正常|照常)*(?<what>上班|放假|休息)$/,
    ({ day, what }) => `设置 工作日 ${day} ${what}`,
  ],
  [
    /^(?:请?把|将)?(?<from>[\u4e00-\u9fff]{1,4}?)(?:把|将|的)?(?:手头|手上)?的?(?:工作|任务|活儿?)?(?:都|全部?)?(?:交接|移交|交)给?(?<to>[\u4e00-\u9fff]{2,4})(?:[\s,]+(?<why>.*))?$/,
    succession,
  ],
  [
    /^我(?<why>.{0,6}(?:调走|换岗|退休|休假|离职|调任).{0,10}?)[\s,]+(?:把)?(?:我的)?(?:手头的?)?(?:工作|任务)?(?:都)?(?:交接|移交|交)给?(?<to>[\u4e00-\u9fff]{2,4})$/,
    succession,
  ],
  [
    new RegExp(
      `^(?:请?把|将)?(?<name>[\\u4e00-\\u9fff]{2,4}?)的?(?:角色)?(?:改|调|设|提|升|任)(?:为|成)?(?<role>${ROLES})$`,
    ),
    person,
  ],
  [
    /^(?:请?把|将)?(?<name>[\u4e00-\u9fff]{2,4}?)(?:已?经?(?:离职|调走|退休|调离)了?)?[\s,]*(?<act>停用|启用|解绑)(?:了|掉|吧)*$/,
    person,
  ],
  [
    /^(?:请?把|将)?(?<name>[\u4e00-\u9fff]{2,12}?)的?(?<act>简称|改名)(?:是|叫|为|成)?[\s:]*(?<given>[\u4e00-\u9fff]{2,12})$/,
    unit,
  ],
  [
    /^(?:给|下达)?(?<name>[\u4e00-\u9fff]{2,12}?)[\s,]*(?<year>今年|明年)?的?[\s,]*(?:定|下)?(?:目标)?[\s,:]*(?<what>签约额?|到位(?:资金)?|外资|固投|开工)(?:目标)?(?:任务)?[\s,:]*(?:目标)?[\s:]*(?:为|是|定为)?(?<sum>\d[\d.,]*[万亿]?(?:元|美元|个)?)$/,
    target,
  ],
  [
    /^(?:请)?(?:先)?(?:别|不要|停止)(?:再)?(?:给我)?(?:发|推|提醒)?(?<name>今日待办|停滞提醒|到期提醒)(?:了|吧)*(?<till>.{0,8})$/,
    ({ name, till }) => `静音 ${name} ${till}`.trim(),
  ],
  [
    /^(?<name>今日待办|停滞提醒|到期提醒)(?:先)?(?:关掉|关了|关|停掉|停了|停|别发了?|不要发了?)(?<till>.{0,8})$/,
    ({ name, till }) => `静音 ${name} ${till}`.trim(),
  ],
  [
    /^给?(?:这个|本)群(?:也)?(?:要|想)?(?:收|发|订)(?:阅)?(?<what>[\u4e00-\u9fff、和]{2,20})$/,
    ({ what }) => `订阅 ${what}`,
  ],
  [
    /^(?:以后)?(?<what>周报|月报|季榜|今日待办|提醒|督办)(?:就)?(?:不要|别|不用)(?:再)?发(?:到|给)?(?:这个|本)?群?(?:里)?了?$/,
    ({ what }) => `订阅 取消 ${what}`,
  ],
  [
    /^(?:以后)?(?:这个|本)?群?里?(?:就)?(?:不要|别|不用)(?:再)?(?:给|往)?(?:这个|本)?群?里?(?:再)?(?:发|推送?)(?<what>周报|月报|季榜|今日待办|提醒|督办)了?$/,
    ({ what }) => `订阅 取消 ${what}`,
  ],
  [/^任务(?:已经?)?收到了?$/, () => '签收'],
  [
    /^(?:关掉|关闭|停掉|关)(?<name>今日待办|停滞提醒|到期提醒)(?:吧)?(?<till>.{0,8})$/,
    ({ name, till }) => `静音 ${name} ${till}`.trim(),
  ],
  [/^登记(?:一?个)(?<what>问题|承诺|诉求)[\s,:]*(?<more>.{4,})$/, ({ what, more }) => `${what} ${more}`],
  [/^给(?<name>[\u4e00-\u9fff]{2,12}?)(?:派|安排|布置|交办|下)(?:一?[个项])?任务[\s,:]*(?<more>.{4,})$/, task],
  [/^(?:今天|这几天|最近)?(?:先)?(?:别|不要)(?:再)?(?:提醒|打扰)我?(?:了|吧)*$/, () => '静音'],
  [
    /^我(?:叫|是)(?<name>[\u4e00-\u9fff]{2,4}?)[\s,]*(?:手机|电话)?号?码?(?:是)?[\s:]*(?<mobile>1\d{10})$/,
    ({ name, mobile }) => `绑定 ${name} ${mobile}`,
  ],
  [/^(?:我们?.{0,8}|对.{1,8})有异议[\s,:]+(?<why>.{4,})$/, ({ why }) => `异议 ${why}`],
  [
    /^(?<name>[\u4e00-\u9fffA-Za-z0-9]{2,20}?)(?:这个)?(?:项目)?[\s,]*(?:由)?我(?:们(?:镇|乡|街道|局|园区)?)?(?:来|要)?(?:认领|接手)(?:了|吧)*$/,
    ({ name }) => `认领 ${name}`,
  ],
  [
    /^(?:更正|改正)(?<month>(?:20\d\d年)?\d{1,2}月)份?的?月报[\s,:]*(?<why>.+)$/,
    ({ month, why }) => `更正月报 ${month} ${why}`,
  ],
  [
    /^(?<month>(?:20\d\d年)?\d{1,2}月)份?的?月报(?:数据)?(?:要更正|需要更正|更正|有错|错了|有误)[\s,:]*(?:请?更正)?(?:一下)?[\s,:]+(?<why>.+)$/,
    ({ month, why }) => `更正月报 ${month} ${why}`,
  ],
];

const RATINGS: Readonly<Record<string, string>> = { 好评: '满意', 差评: '不满意' };

/** What is kept of a line is kept as it was typed. */
const asTyped = (line: string, found: RegExpExecArray): Groups =>
  Object.fromEntries(
    KEPT.flatMap((name) => {
      const place = found.indices?.groups?.[name];
      return place ? [[name, line.slice(...place)]] : [];
    }),
  );

const KEPT = ['why', 'more'] as const;

/** The line with the command's word first, where it is put in one of these ways; null for any other. */
export function turned(line: string, reading: Reading): string | null {
  if (line.length > 120) return null;
  const said = foldWidth(plainWords(line)).replaceAll('，', ',').replaceAll('：', ':').trim();
  for (const [words, turn] of TURNS) {
    const found = new RegExp(words.source, 'd').exec(said);
    const put = found ? turn({ ...found.groups, ...asTyped(line.trim(), found) }, reading) : null;
    if (put) return put;
  }
  return null;
}
