import { clauseBefore } from './clause.ts';
import { type Facts, hasScale } from './facts.ts';
import { matches } from './matches.ts';
import type { Kind } from './message-weighed.ts';
import type { Prepared } from './prepared.ts';
import { FIRM, isDemanded, isOrdered, isOrderedByName, isTold } from './task-kind.ts';
import {
  FINANCE,
  FUNDS,
  GUESTS_COME,
  HISTORY,
  INTENT,
  INTO_A_PLANT,
  MILESTONE,
  NOT_A_PROJECT,
  OCCASION,
  PUBLIC_WORKS,
  ROADS,
  STATISTICS,
  TALK,
} from './words/kind-cues.ts';
import { HINDERED, NO_PROBLEM, WEAK } from './words/problem-cues.ts';

/** A kind by the rules, and whether they usually know. */
export interface Ruled {
  readonly kind: Kind;
  readonly sure: boolean;
}

const VISIT =
  /一行\d|一行[^，,。；;]{0,8}[到来赴]|陪同|宴请|踩点|转了|扫楼|扫街|递了|登门|连线|视频会|(?<![出过上下进回转])去了趟?|见了|跑了|聊了|拜访|走访|考察|会见|率队|率团|带领|前往|接待|来访|到访|座谈|带队|送走/;
/** 厦洽会期间签约项目28个，利用外资2.6亿美元: what was signed at a fair has not arrived. */
const SIGNED_AT = /(?:会|节|周|活动)期间?[^。；;]{0,14}签约(?![^。]*(?:实际|到位|到账))/;
const ARRIVALS = new RegExp(FUNDS.source, 'g');
const TO_ARRIVE = /年度\s?$|拟|预计|计划|将[于在]|要求|下个?月|明年|争取|力争|要(?=完成)/;
/** 园区年产值达10亿元: what a place makes or pays is no project's. */
const OF_A_PLACE =
  /(?:园区|开发区|集聚区|[该全][市县区镇])(?:内|的|年|工业|企业|规上|预计|将)*(?:总)?(?:产值|税收|营业收入)|税收总额|生产总值/;
/** A plant that is being built, without its name. */
const BUILDING = /厂房|钢结构|办公楼|车间|设备|用地已|双方已|[环能]评|许可证/;
/** 对进度滞后的8个项目，责任领导要现场办公: what holds back is only what the order is about. */
const ABOUT = /^(?:针?对|围绕)[^，,。；;]{2,24}[，,]/;
const QUESTION =
  /来着|有没有人|[啥什]么?(?:区别|意思)|对吧$|有数没|问[^，,。]{0,10}能不能|多少(?:人民币|钱|亩|万|亿)|[?？]\s*$|吗$|[问能][^，,。]{1,24}不$|什么时候|啥时候|怎么样了/;

const isNamed = ({ names }: Facts): boolean => names.company !== null || names.project !== null;

/** Where a text says that money arrived, not that it is to arrive; null where it does not. */
export const arrivalAt = (plain: string): number | null =>
  matches(ARRIVALS, plain).find(
    ({ 0: said, index }) =>
      !TO_ARRIVE.test(clauseBefore(plain, index, 14)) &&
      !IN_PERCENT.test(plain.slice(index + said.length, index + said.length + 14)),
  )?.index ?? null;

/** 实际利用外资增长24.1%: no sum at all. */
const IN_PERCENT = /^[^，,。；;\d]{0,3}(?:同比|增长|下降|增幅|占)[^，,。；;万亿]{0,8}%/;

/** 恭喜恭喜！昨晚签下来了: words of courtesy before what is reported. */
const isTalk = (plain: string): boolean => TALK.test(plain.replace(COURTESY, ''));
const COURTESY = /^(?:(?:恭喜|谢谢|辛苦了?|哈哈|早上好|各位领导)[！!，,。\s]*)+(?=.{6})/i;

/** The first kind that fits, in the order problem, task, lead, stage, funds, activity, none. */
export function ruledKind(prepared: Prepared, facts: Facts): Ruled {
  const { plain, chatty } = prepared;
  const aggregate = facts.several;
  if (isNoneByDefinition(plain, facts) || isOfTheTown(plain) || isBuiltAbroad(plain, facts))
    return { kind: 'none', sure: true };
  if (isOrderedByName(prepared) || isDemanded(prepared)) return { kind: 'task', sure: true };
  if (ABOUT.test(plain) && isOrdered(prepared)) return { kind: 'task', sure: true };
  if (isProblem(prepared, facts)) return { kind: 'problem', sure: true };
  if ((!isTalk(plain) || FIRM.test(plain)) && (isTold(prepared) || isOrdered(prepared))) {
    return { kind: 'task', sure: true };
  }
  const milestone = facts.stage !== null && !/在谈|线索|签约/.test(facts.stage) && isNamed(facts);
  const funds =
    !(chatty && QUESTION.test(plain)) &&
    !(
      milestone &&
      !aggregate &&
      /封顶|开工|投产|竣工|摘牌|注册|桩基|主体|设备(?:安装|进场)|吊装|完工|试产|环评/.test(plain)
    ) &&
    arrivalAt(plain) !== null &&
    !SIGNED_AT.test(plain) &&
    !isTarget(plain) &&
    (aggregate || (facts.scale.investment === null && facts.scale.other === null)) &&
    prepared.amounts.length > 0;
  if (isNoProject(prepared, facts)) return { kind: 'none', sure: true };
  if (!aggregate && !funds) {
    const lead = leadOrStage(prepared, facts);
    if (lead) return lead;
  }
  if (funds) return { kind: 'funds', sure: true };
  if (aggregate) return aggregateKind(prepared);
  if (!isTalk(plain) && GUESTS_COME.test(plain)) return { kind: 'activity', sure: true };
  if (!isTalk(plain) && isVisit(plain)) return { kind: 'activity', sure: false };
  return { kind: 'none', sure: isTalk(plain) };
}

/**
 * Something holds a project or the work back: said in some clause that does not at once speak against it. What is merely
 * weak or missing in a firm's own news is the reason why it invests.
 */
function isProblem({ plain, chatty }: Prepared, { scale }: Facts): boolean {
  const hindered = HINDERED.test(plain);
  if (!hindered && !WEAK.test(plain)) return false;
  if (/^(?:[一二三四五六]是)?要(?![求么])/.test(plain)) return false;
  const planned = scale.investment !== null || scale.foreign !== null || scale.other !== null;
  return plain.split(/[，,。；;！!？?\n]/).some((clause, at, all) => {
    const weak = WEAK.test(`${clause}，`) && !planned && !chatty;
    if (!weak && !(hindered && HINDERED.test(clause))) return false;
    return !NO_PROBLEM.test(clause) && !NO_PROBLEM.test(at > 0 && clause.length < 6 ? (all[at - 1] ?? '') : '');
  });
}

const DENIED = /予以否认|否认(?:了|该|此|有|曾)|不实|谣言|辟谣|不属实|并无此事/;
/** Built by the town's own company. */
const PUBLIC = /由[^，,。]{0,6}(?:城投|交投|水投|国投)(?:公司|集团)?[^，,。]{0,3}(?:负责|承建|代建|实施)/;

/** A denied rumour, a plant abroad, several projects each with its sum, a target for foreign capital. */
export const isNoneByDefinition = (plain: string, { listed, places }: Facts): boolean =>
  DENIED.test(plain) || places.plant || listed || (isTarget(plain) && ARRIVES.test(plain));

/** A city abroad, figures of what is built there, and no place at home. */
const isBuiltAbroad = (plain: string, { places, scale, several }: Facts): boolean =>
  places.city && !places.home && !several && hasScale(scale) && !isVisit(plain);

/** Works of the town. */
const isOfTheTown = (plain: string): boolean => PUBLIC.test(plain) || ROADS.test(plain);

const ARRIVES = /(?:利用|使用|吸收|到位)外资|到位资金|资金到位/;

const isNoProject = ({ plain, chatty }: Prepared, { names: { company }, scale }: Facts): boolean =>
  NOT_A_PROJECT.test(plain) ||
  (FINANCE.test(plain) && !(scale.invested && INTO_A_PLANT.test(plain))) ||
  (company === null && !chatty && PUBLIC_WORKS.test(plain)) ||
  (scale.investment === null &&
    company === null &&
    OF_A_PLACE.test(plain) &&
    !/建成|达产|项目|到位资金|到资|实到/.test(plain)) ||
  (scale.investment === null &&
    scale.foreign === null &&
    HISTORY.test(plain) &&
    (scale.land === null || !/项目|投资|拟|计划|新建|扩建|开工|投产/.test(plain)));

function leadOrStage(prepared: Prepared, facts: Facts): Ruled | null {
  const { plain, chatty } = prepared;
  const named = isNamed(facts);
  if (chatty && (QUESTION.test(plain) || /^[查搜](?:一下|下|\s)/.test(plain))) return null;
  if (hasScale(facts.scale) && (isHistory(plain, chatty, facts) || (!named && !chatty && /同比|环比/.test(plain))))
    return null;
  if (
    hasScale(facts.scale) &&
    (named ||
      chatty ||
      facts.scale.invested ||
      facts.scale.land !== null ||
      (facts.scale.jobs !== null && (facts.scale.tax !== null || facts.scale.output !== null)) ||
      /项目|工厂|基地|公司|投资|企业|厂房|投产后/.test(plain))
  ) {
    return { kind: 'lead', sure: named };
  }
  if (!hasScale(facts.scale) && HELD.test(plain)) return null;
  if (VISIT.test(plain) && !/签约|签署|签订|开工|投产|竣工|奠基|落户/.test(plain)) return null;
  if (facts.names.company !== null && /总投资|投资(?:数|上|几)/.test(plain)) return { kind: 'lead', sure: false };
  if (chatty && /总投[一二三四五六七八九\d]/.test(plain)) return { kind: 'lead', sure: false };
  if (isTalk(plain)) return null;
  if (chatty && prepared.phones.length > 0) return { kind: 'lead', sure: false };
  if (!named && !chatty && !/项目|工厂|新厂|[一二三首]期|双方(?:已|就|正)|用地|林地|厂房|基地/.test(plain)) return null;
  return withoutScale(prepared, facts, named);
}

/** 招商推介会暨项目签约仪式在蓉举行: an event is what is told of, not the signing. */
const HELD =
  /(?:推介|说明|洽谈|恳谈|对接|座谈|交流|联席)[^，,。；;]{0,12}(?:会|仪式)[^。；;]{0,20}(?:举行|举办|召开|在[^，,。]{1,8}举)/;

/** A milestone or a plan, where no figure says how big the project is. */
function withoutScale({ plain, chatty }: Prepared, facts: Facts, named: boolean): Ruled | null {
  const reached = facts.stage !== null && facts.stage !== '在谈' && facts.stage !== '线索';
  if (
    named &&
    facts.names.company !== null &&
    INTENT.test(plain) &&
    (!reached || /决定|拟|计划(?!\d)/.test(plain)) &&
    !MILESTONE.test(plain)
  ) {
    return { kind: 'lead', sure: false };
  }
  if ((reached || MILESTONE.test(plain)) && (named || reached || chatty || BUILDING.test(plain)))
    return { kind: 'stage', sure: named };
  if (facts.stage !== null && facts.names.company !== null) return { kind: 'lead', sure: false };
  return null;
}

/** Several projects: an occasion where they were signed or begun on a day, else statistics. */
function aggregateKind({ plain, dates }: Prepared): Ruled {
  const period = OVER_A_TIME.test(plain);
  const day =
    /当[日天]|今[日天朝]|昨[日天]|近日|日前|一[起块]开/.test(plain) ||
    dates.some((span) => !('impossible' in span) && span.exact && span.from === span.to);
  const begun = /签|开工|动工|奠基|开的|落户|投产/.test(plain);
  if ((OCCASION.test(plain) || GUESTS_COME.test(plain)) && !period) return { kind: 'activity', sure: true };
  if (day && begun && !period) return { kind: 'activity', sure: false };
  return { kind: 'none', sure: STATISTICS.test(plain) };
}

/** 近年来先后十多次外出招商: counted over a time, and no occasion. */
const OVER_A_TIME =
  /近年来|近[几两三五]年|今年以来|以来[，,]|截[至止]|累计|[人批天]次|\d+多?次|^(?:20\d\d|去)年[，,]|至今年|全年|前[一二三]季度/;

/** Only what a firm makes or pays today, and no word of a project: its history. */
const isHistory = (plain: string, chatty: boolean, { scale }: Facts): boolean =>
  !(chatty && !/去年|前年|\d{4}年|目前|现在|现有|已/.test(plain)) &&
  !scale.invested &&
  scale.investment === null &&
  scale.foreign === null &&
  scale.other === null &&
  scale.land === null &&
  !/项目|投资|达产|投产|建成|预计|计划|新增|扩|拟|建设|用工|就业|招|工人|想|要|老板|客商|厂房|能[做到有达交]|可[达实年]/.test(
    plain,
  );

/** A target is no money that has arrived. */
const isTarget = (plain: string): boolean =>
  /力争|(?:资金|[内外]资|招商引资)任务[数额]?[为是]?\d|计划到\d{4}年|(?:的|定)任务是|^预计[^。；]{0,24}(?:可|将|能)[^。；]{0,4}(?:新增|完成|实现)|目标任务(?!的?\d|数的)|责任书|不低于|确保|确定了|奋斗目标|定的?目标|目标是/.test(
    plain,
  ) && !/目前|已经?到|截至|截止/.test(plain);

const isVisit = (plain: string): boolean =>
  /考察|来访|到访|拜访|走访|接待|赴|会见|参观|宴请|踩点|转了|扫楼|扫街|递了|登门|看地|看厂|参展|摆摊|座谈|连线|视频会|(?<!出|起|过|下|上|回|寄|发|送|拿|带)来了|跑|举办|举行|会议期间|洽谈对接|前往|主持召开|上台签约|带队|率队|率团|对接会|推介会|恳谈会|洽谈会|集中(?:签约|开工)|碰面|见面|外出|(?<![出过上下进回转])去了|见了|去[一-龥]{2,6}招商|接了|去看|来谈|看了|调研|陪同|出差|开幕|推介|送走|交流|一行|^到[一-龥]{2,4}了|先去/.test(
    plain,
  );
