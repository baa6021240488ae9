import { foldWidth } from '../reading/clean.ts';
import { readDates } from '../reading/date.ts';
import { readPeriod } from '../reading/period.ts';
import { plainWords } from '../reading/plain.ts';
import { readRecordNumber } from '../reading/reference.ts';
import type { Verb } from './find-verb.ts';
import type { CommandBook } from './load.ts';
import type { Reading } from './reading.ts';

/** What people ask about without the command's own word: the words for it, the command that shows it, and what it then says. */
interface Thing {
  readonly words: RegExp;
  readonly command: string;
  readonly says?: string;
  /** What shows it to those who work for one unit. */
  readonly ofOwn?: string;
  /** Other words narrow it (工业用地政策). */
  readonly topic?: true;
  /** About one project, by its number. */
  readonly ofProject?: true;
}

/** The first that fits counts, so the narrower ones stand first. */
const THINGS: readonly Thing[] = [
  {
    words:
      /(?:放|落|用|有)?(?:在?哪(?:里|块|个)?)?(?:的?地块?|厂房|载体)(?:最?(?:合适|适合))|找(?:块|个)?(?:地块?|厂房|载体)|放哪/,
    command: '匹配',
    ofProject: true,
  },
  { words: /(?:享受|符合|适用|能用|用到).{0,4}政策|政策/, command: '政策包', ofProject: true },
  { words: /谁(?:改|动|修改|录|记)过?/, command: '留痕', ofProject: true },
  { words: /(?:项目)?情况$|项目.{0,2}(?:怎么样|情况)/, command: '查', ofProject: true },
  { words: /凭据|证据|附件/, command: '凭据', ofProject: true },
  { words: /会审/, command: '会审', ofProject: true },
  { words: /奖励?/, command: '奖励', ofProject: true },
  { words: /问题|堵点|难点|难题/, command: '问题清单', ofProject: true },
  { words: /承诺/, command: '承诺清单', ofProject: true },
  { words: /(?:任务)?(?:还?没有?|未)签收(?:任务)?/, command: '任务清单', says: '待签收' },
  {
    words: /(?:任务|督办).{0,3}(?:超期|逾期|过期)|(?:超期|逾期|过期).{0,3}(?:任务|督办)/,
    command: '任务清单',
    says: '逾期',
  },
  {
    words: /(?:任务|督办).{0,3}(?:没有?|未)(?:办结|办完|办|完成|做完)|(?:没有?|未)(?:办结|办完|完成|做完)的?任务/,
    command: '任务清单',
  },
  { words: /我.{0,6}任务|事情?|活儿?|待办|(?:没有?|未|要)[办做干]的?|[干做办]啥/, command: '我的' },
  { words: /(?:(?:没有?|未)核实的?)?.{0,2}抢救/, command: '抢救单' },
  { words: /待核实|(?:没有?|未|要我?)核实/, command: '核实', ofOwn: '抢救单' },
  { words: /待?裁定|疑似重复/, command: '裁定' },
  { words: /(?:人)?(?:社会|推荐)(?:的)?线索|荐商/, command: '荐商' },
  { words: /引荐人.{0,2}(?:没有?|未|要|该)?答?复?|答复.{0,2}引荐人/, command: '答复' },
  {
    words:
      /(?:到位|签约|外资|固投|税收|产值|进出口|开工)(?:资金|金额|额|项目数?|率)?(?=的?(?:明细|怎么[来算]|数据来源|构成))/,
    command: '口径',
    topic: true,
  },
  { words: /双?过半/, command: '半年' },
  { words: /[红黄]+旗/, command: '季榜' },
  { words: /招商能手|同志.{0,3}最好|哪(?:个|位)人.{0,4}(?:最?多|最?好)/, command: '个人榜' },
  { words: /全市.{0,2}(?:排名|第几|位次|名次)|周边县|外县|兄弟县/, command: '对标' },
  { words: /下面县区?|各?县区/, command: '下级' },
  { words: /各?(?:单位)?(?:乡镇|镇|部门|园区)排名/, command: '排行' },
  { words: /排.{0,2}(?:后|低)|靠后|落后|名次|进前[\d一二三五十]+|^排名$/, command: '我的排名' },
  { words: /(?:目标|任务|指标)?.{0,4}完成(?:率|任务|目标)?|(?:目标|任务).{0,2}(?:进度|差)/, command: '进度' },
  { words: /项目.{0,3}(?:没有?|未)签约|(?:没有?|未)签约的?项目/, command: '台账', says: '在谈' },
  { words: /项目.{0,4}公海|公海.{0,4}项目|公海/, command: '台账', says: '公海' },
  { words: /任务|督办/, command: '任务清单' },
  { words: /(?:年度?)?目标(?!城市|企业)/, command: '目标' },
  { words: /考核指标/, command: '方案', says: '指标' },
  { words: /考核(?:办法|方案)/, command: '方案' },
  { words: /项目.{0,3}(?:哪来|来源)/, command: '结构', says: '方式' },
  { words: /目标城市|城市覆盖|覆盖/, command: '覆盖' },
  { words: /包装.{0,4}项目|储备.{0,4}项目|项目库/, command: '储备', topic: true },
  { words: /顶格(?:推进)?(?:的)?(?:项目)?/, command: '顶格' },
  { words: /(?:在)?会审(?:的)?(?:项目)?|项目.{0,2}会审/, command: '会审' },
  { words: /敲门(?:招商)?(?:的)?(?:企业)?|目标企业/, command: '目标企业', topic: true },
  { words: /(?:(?:堵点|难点|难题|问题)[、和]?)+/, command: '问题清单', topic: true },
  { words: /诉求/, command: '诉求清单' },
  { words: /答应.{0,6}事|承诺|答应(?:企业|人家)?(?:的|了)?/, command: '承诺清单' },
  { words: /政策/, command: '政策', topic: true },
  { words: /(?:空闲?|闲置|工业)?(?:用?地块?|土地|厂房|空地)(?:还?(?:空|闲)着)?|载体/, command: '载体', topic: true },
  { words: /(?:招商)?(?:资源|大使)|乡贤|商会资源/, command: '资源', topic: true },
  { words: /宣传片|投资指南|手册|宣传册|PPT/i, command: '资料', topic: true },
  { words: /(?:上次)?(?:会上?|会议)?议定(?:的)?(?:事项)?/, command: '议定' },
  { words: /(?:项目)?成效/, command: '成效' },
  { words: /传达(?:的)?(?:回执)?|回执/, command: '传达', says: '名单' },
  { words: /异议/, command: '异议' },
  { words: /(?:凭据|证据|附件|材料)/, command: '凭据', topic: true },
  { words: /预计.{0,4}(?:资金|到账|到位)/, command: '预计到账' },
  { words: /(?:招商)?活动安排|(?:要开的?)?会议?$|日程|安排/, command: '日程' },
  { words: /(?:招商)?活动|跑.{0,4}(?:地方|城市)/, command: '活动' },
  { words: /命令|功能|不会用|怎么用|会啥|会什么/, command: '帮助' },
  { words: /产业链/, command: '图谱', topic: true },
  { words: /(?:缺|少)(?:的|了)?环节|环节/, command: '图谱', topic: true },
  {
    words:
      /登[录陆](?:网页版?|控制台|链接|地址|网址)|网页版?|电脑(?:上|版)?|控制台|登[录陆](?:网页版?|链接|地址|网址)?/,
    command: '登录',
  },
  { words: /(?:周报|月报|季榜|消息)?.{0,2}(?:没有?|未)(?:送到|送达|发出(?:来|去)?)(?:的)?(?:消息)?/, command: '投递' },
  { words: /批量导入|导入(?:的)?(?:表格?|模板)/, command: '导入', says: '模板' },
  { words: /攻坚?战报|战报/, command: '攻坚' },
  { words: /参加考核|考核(?:的)?单位|(?:哪些|多少|几个)单位$/, command: '单位' },
  { words: /(?:都有?|有)谁|(?:哪些|多少|几个)人|人员|同志|花名册/, command: '人员' },
  { words: /项目/, command: '台账', topic: true },
];

/** Something is asked for, or wanted to be seen. */
const ASKS =
  /[哪谁啥?？]|什么|几[个项条件家笔]?|多少|怎么|有没有|为什么|情况|能不能|[吗呢]$|^(?:请|帮我|给我|我要|我想|想)?(?:看|列|查|找|打开|调出|出)|(?:列|发).{0,2}(?:我|一下|出来)|名单|汇总|清单|明细|台[账帐]|排名|完成率|的$|各(?:乡?镇|单位|部门)|不会|^近期|^最近|给[我个]|^我[要想]|找[块个]/;

/** A question, and nothing that only wants to be seen. */
export const isPlainQuestion = (line: string): boolean =>
  /[哪谁啥?？]|什么|几[个项条件家笔]|多少|有没有|[吗呢]$/.test(line);

/** Words around it that say nothing of their own. */
const AROUND =
  /牵头|负责|享受|结果|大家|方面|适合|合适|小招|各(?:个|乡?镇|单位|部门)|数据来源|构成|来的|算的|今[天日]|手[上头]|有没有|为什么|怎么样?|什么|哪(?:里|些|几)?个?|多少|几[个项条件家笔]?|谁|啥|情况|名单|汇总|清单|明细|列?一?下|看看?|列|查|找|给我|发我|打开|出来|一份|现在|目前|最近|近期|请问?|麻烦|帮我|我[要想]|需要|应该|该|能|可以|咱们?|我们?|一共|总共|所有|全部|所属|本|各|都|还|已经?|正|在(?!谈)|要|去|跑|上|里|把|给|被|没有?|未|有|是|的|了|过|吗|呢|吧|啊|呀|解决|办结|办完?|办理|兑现|落实|完成|处理|反映|企业|单位|开|搞|定|做|拿|月底前|年底前|这么|差|前[三十五]|放|得|跟|和|与|比|缺|登[录陆]|个|块|条|些|家|件|项|笔|次|[\s，。,.?？!！、:：@~—-]/g;

const AT_EDGES = new RegExp(`^(?:${AROUND.source})+|(?:${AROUND.source})+$`, 'g');

/** Speech, and no name of a thing. */
const SPEECH = /[改为你您他她它这那就很让想觉得请说]|大家/;

/** Numbers, people addressed, something to be done or told: no question. */
const OF_OTHERS = /\d{5}|[@＠]|^(?:请(?!问)|让|叫|告诉|通知|安排|组织)|报送|上报|提交|报(?=用地|项目|清单|材料|方案)/;

const MOST_CHARACTERS = 30;

/**
 * Something that a command shows, asked for without the command's word: 谁还没签收, 还有多少空地, 城东街道有哪些项目.
 * Null where the line is no question or says anything else besides names, days and the numbers of records.
 */
export function thingAsked(line: string, book: CommandBook, reading: Reading): Verb | null {
  const said = foldWidth(plainWords(line));
  if (said.length > MOST_CHARACTERS || OF_OTHERS.test(said)) return null;
  const records = readRecordNumber(said);
  if (records.length > 1 || records.some(({ letter }) => letter !== 'X')) return null;
  const { kept, left } = withoutNames(said, reading);
  const asks = ASKS.test(said);
  if (!asks && kept.length === 0) return null;
  for (const thing of THINGS) {
    const found = thing.words.exec(left);
    if (!found || (thing.ofProject === true) !== (records.length === 1)) continue;
    const parts = [left.slice(0, found.index), left.slice(found.index + found[0].length)];
    const bare = parts.every((part) => part.replace(AROUND, '') === '');
    const others = bare ? '' : parts.map((part) => part.replace(AT_EDGES, '')).join('');
    const last = parts[1]?.replace(AROUND, '') === '';
    const fits = bare || (asks && thing.topic === true && last && others.length <= 8 && !SPEECH.test(others));
    const command = book.words.get((reading.own?.forAll === false && thing.ofOwn) || thing.command);
    if (!fits || !command) continue;
    const topic = thing.topic === true && NARROWS.test(found[0]) ? found[0].replace(/[的了空闲]|闲置/g, '') : '';
    return { command, rest: [thing.says, ...kept, others, topic].filter(Boolean).join(' ') };
  }
  return null;
}

/** Words for a thing that say which of its kinds is meant. */
const NARROWS =
  /^(?:乡贤|招商大使|大使|宣传片|投资指南|手册|宣传册|PPT|.*厂房|(?:到位|签约|外资|固投|税收|产值|进出口|开工).*)$/i;

/** The text without the names of units and people, periods, days and numbers of records, and those in the order of the line. */
function withoutNames(said: string, { vocabulary, today, calendar }: Reading) {
  const words = [
    ...vocabulary.units.flatMap(({ name, aliases }) => [name, ...aliases]),
    ...vocabulary.people.map(({ name }) => name),
  ].sort((a, b) => b.length - a.length);
  const kept: string[] = [];
  let left = said;
  const take = (text: string) => {
    left = left.replace(text, ' ');
    kept.push(text);
  };
  const [record] = readRecordNumber(said);
  if (record) take(said.slice(record.start, record.end));
  for (const name of words) if (left.includes(name)) take(name);
  const period = readPeriod(left, today);
  if (period) take(period.text);
  for (const { text } of readDates(left, today, calendar)) if (!/^今[天日]$/.test(text)) take(text);
  return { kept, left };
}
