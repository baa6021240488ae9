import type { Prepared } from './prepared.ts';
import type { Scale } from './scale.ts';
import { COUNTRIES } from './words/countries.ts';
import {
  ABROAD_PLANT,
  ACTORS,
  ASKS,
  FUNDS,
  INTENT,
  MANY,
  NO_PROBLEM,
  NOT_A_PROJECT,
  OCCASION,
  PROBLEM,
  STATISTICS,
  TALK,
} from './words/kind-cues.ts';

/** What a message is about. */
export type Kind = 'lead' | 'stage' | 'funds' | 'activity' | 'problem' | 'task' | 'none';

/** A kind with how sure the reading is, 0–1. Below 0.5 a person should be asked. */
export interface KindFound {
  readonly kind: Kind;
  readonly confidence: number;
}

/** What is known of a message before its kind is. */
export interface Facts {
  readonly company: string | null;
  readonly project: string | null;
  readonly scale: Scale;
  readonly stage: string | null;
}

const ACTOR_MUST = new RegExp(
  `(?:${ACTORS})(?:[^，,。；;\\s]{0,14})?[，,]?(?:要(?!求)|须|应(?!用|对|收)|负责(?!人)|牵头|联合(?!会)|抓紧|请)`,
);
const LEADING_ORDER =
  /^(?:当前，|下一步，|近期，)?要(?:精心|抓好|抓紧|全力|迅速)[^，,。]{0,8}(?:筹备|抓好|做好|推进|北京|[一-龥]{2,8}(?:项目|参加|的))/;
const ABROAD = new RegExp(ABROAD_PLANT.replaceAll('{COUNTRIES}', COUNTRIES.join('|')));
const PLACE_MUST = /(?:^|[，,])[一-龥]{2,10}(?:要|请)(?:迅速|确保|尽快|抓紧|联合|充分|加快|发挥|完善|建立|做好|提前)/;

const DUE =
  /(?:[今明后]天|[周期][一二三四五六日天]|月底|年底|\d[日号]|天内|下班|工作日内?|本周|下周|月)\s?(?:之|以)?(?:前|内)/;
const TO_DO = /把|要|请|报|改|办|查|问|联系|跟|催|准备|落实|解决|处理|核|盯|写|整|补|送|约|安排|落|拿|列|发我|发给/;
const VISIT = /去了趟?|见了|跑了|聊了|拜访|走访|考察|会见|率队|率团|接待|来访|到访|座谈|带队/;

const QUESTION = /[?？]\s*$|吗$|什么时候|啥时候/;

const hasScale = (scale: Scale): boolean =>
  scale.invested ||
  scale.investment !== null ||
  scale.foreign !== null ||
  scale.other !== null ||
  scale.land !== null ||
  scale.jobs !== null ||
  scale.output !== null ||
  scale.tax !== null;

/** The first kind that fits, in the order problem, task, lead, stage, funds, activity, none. */
export function readKind(prepared: Prepared, facts: Facts): KindFound {
  const { plain } = prepared;
  if (isProblem(plain)) return { kind: 'problem', confidence: prepared.chatty ? 0.85 : 0.7 };
  if (isTask(prepared)) return { kind: 'task', confidence: plain.startsWith('@') ? 0.9 : 0.7 };
  const aggregate = (MANY.test(plain) || isList(plain)) && !isOneOfMany(plain);
  const milestone =
    facts.stage !== null && !/在谈|线索|签约/.test(facts.stage) && (facts.project !== null || facts.company !== null);
  const funds =
    !(milestone && !aggregate && /封顶|开工|投产|竣工|摘牌|注册/.test(plain)) &&
    FUNDS.test(plain) &&
    !isTarget(plain) &&
    facts.scale.investment === null &&
    prepared.amounts.length > 0;
  if (NOT_A_PROJECT.test(plain) || ABROAD.test(plain)) return { kind: 'none', confidence: 0.7 };
  if (!aggregate && !funds) {
    const lead = leadOrStage(prepared, facts);
    if (lead) return lead;
  }
  if (funds) return { kind: 'funds', confidence: 0.8 };
  if (aggregate) return aggregateKind(plain);
  if (OCCASION.test(plain) && !TALK.test(plain) && isVisit(plain)) return { kind: 'activity', confidence: 0.65 };
  return { kind: 'none', confidence: TALK.test(plain) ? 0.9 : 0.6 };
}

function isProblem(plain: string): boolean {
  const match = PROBLEM.exec(plain);
  return match !== null && !NO_PROBLEM.test(plain) && !/(?:你盯|盯一下)?$^/.test(plain);
}

function isTask({ plain }: Prepared): boolean {
  if (/^请[^，,。]{2,30}(?:把|将|于|前)/.test(plain)) return true;
  if (TALK.test(plain)) return false;
  if (/@[一-龥A-Za-z]/.test(plain) && (ASKS.test(plain) || DUE.test(plain))) return true;
  if (/^@[^\s@]+\s/.test(plain) && TO_DO.test(plain)) return true;
  return (
    ACTOR_MUST.test(plain) ||
    LEADING_ORDER.test(plain) ||
    PLACE_MUST.test(plain) ||
    (ASKS.test(plain) && plain.length < 60)
  );
}

/** "…等项目中, 总投资最大的是…": one project is picked out of many. */
const isOneOfMany = (plain: string): boolean =>
  /最大的是|包括[:：]|签约项目中[，,]/.test(plain) ||
  (/其中[，,][^，,。；;]{2,30}?投资\d[^。]{0,40}项目/.test(plain) && !/其中[，,]?[^。]{0,14}项目\s?\d+个/.test(plain));

function leadOrStage(prepared: Prepared, facts: Facts): KindFound | null {
  const { plain } = prepared;
  const named = facts.company !== null || facts.project !== null;
  if (prepared.chatty && QUESTION.test(plain)) return null;
  if (hasScale(facts.scale) && isHistory(plain, facts)) return null;
  if (
    hasScale(facts.scale) &&
    (named ||
      prepared.chatty ||
      facts.scale.invested ||
      facts.scale.land !== null ||
      /项目|工厂|基地|公司|投资|企业/.test(plain))
  ) {
    return { kind: 'lead', confidence: named ? 0.9 : 0.6 };
  }
  if (VISIT.test(plain) && !/签约|签署|签订|开工|投产|竣工|奠基|落户/.test(plain)) return null;
  if (facts.company !== null && /总投资|投资(?:数|上|几)/.test(plain)) return { kind: 'lead', confidence: 0.55 };
  if (TALK.test(plain)) return null;
  if (prepared.chatty && prepared.phones.length > 0) return { kind: 'lead', confidence: 0.5 };
  if (!named && !prepared.chatty) return null;
  const milestone = facts.stage !== null && facts.stage !== '在谈' && facts.stage !== '线索';
  if (milestone || /环评|过会|批复|能评|规划许可|施工许可|挂牌|立项|备案/.test(plain))
    return { kind: 'stage', confidence: 0.7 };
  if ((INTENT.test(plain) || facts.stage !== null) && facts.company !== null) return { kind: 'lead', confidence: 0.6 };
  return null;
}

function aggregateKind(plain: string): KindFound {
  if (OCCASION.test(plain) || /\d+[日号][^，,。]{0,20}签/.test(plain)) return { kind: 'activity', confidence: 0.7 };
  return { kind: 'none', confidence: STATISTICS.test(plain) ? 0.8 : 0.55 };
}

/** Only what a firm makes or pays today, and no word of a project: its history. */
const isHistory = (plain: string, { scale }: Facts): boolean =>
  !scale.invested &&
  scale.investment === null &&
  scale.foreign === null &&
  scale.other === null &&
  scale.land === null &&
  !/项目|投资|达产|投产|建成|预计|计划|新增|扩|拟|建设|用工|就业/.test(plain);

/** A target is no money that has arrived. */
const isTarget = (plain: string): boolean =>
  /力争|目标任务|确保|确定了|奋斗目标/.test(plain) && !/目前|已经?到|截至|截止/.test(plain);

/** 总投资10亿元的A项目、总投资5亿元的B项目: several projects, each with its own sum. */
const isList = (plain: string): boolean =>
  (plain.match(/投资[约近超达]{0,2}[\d.]{1,10}[亿万][^，,。；;、]{0,6}的[^，,。；;、]{2,30}(?:[、；;]|等)/g)?.length ??
    0) > 1 ||
  /投资[约近超达]{0,2}[\d.]{1,10}[亿万][^，,。；;、]{0,6}的[^，,。；;、]{2,30}[、；;](?:总)?投资[\d.]{1,10}[亿万]/.test(
    plain,
  );

const isVisit = (plain: string): boolean =>
  /考察|来访|到访|拜访|走访|接待|赴|会见|参观|座谈|来了|跑|举办|举行|对接会|推介会|恳谈会|洽谈会|集中(?:签约|开工)|碰面|见面|外出|去了|见了|去[一-龥]{2,6}招商|来谈|看了|调研|陪同/.test(
    plain,
  );
