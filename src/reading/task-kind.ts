import type { Prepared } from './prepared.ts';
import { ACTORS, ASKS, TOLD } from './words/kind-cues.ts';

const ACTOR_MUST = new RegExp(
  `(?:${ACTORS})(?!一线)(?:[^，,。；;\\s]{0,14})?[，,]?(?:(?<!主)要(?!求|素)|须|每[周月季年]至少|[^，,。；;]{0,10}前[把将]|准备(?=汇报|材料|好|一下|$)|配合(?=做好|完成)|(?<![效适反供响])应(?!用|对|收)|负责(?!人|同志)|牵头|会同|联合(?!会)|抓紧|请)`,
);
const LEADING_ORDER =
  /^(?:当前，|下一步，|近期，)?要(?:把|精心|抓好|抓紧|全力|迅速)[^，,。]{0,8}(?:筹备|抓好|做好|推进|北京|[一-龥]{2,8}(?:项目|参加|的))|^由[^，,。]{2,14}(?:牵头|负责|会同)/;
const PLACE_MUST = /(?:^|[，,])[一-龥]{2,10}(?:要|请)(?:迅速|确保|尽快|抓紧|联合|充分|加快|发挥|完善|建立|做好|提前)/;
const DUE =
  /\d[:点：]\d{0,2}\s?(?:之前|以前|前)|(?:[今明后]天|[周期][一二三四五六日天]|月底|年底|\d[日号]|天内|下班|工作日内?|本周|下周|月)\s?(?:之|以)?(?:前|内)/;
const TO_DO = /把|要|请|报|改|办|查|问|联系|跟|催|准备|落实|解决|处理|核|盯|写|整|补|送|约|安排|落|拿|列|发我|发给|看/;
const EXHORT =
  /(?:各|全体)[^，,。；;]{0,10}要(?:强化思想|提高(?:政治|思想|认识)|增强|统一思想|树[立牢]|深刻认识|充分认识|坚定|高度重视|切实增强|以[^，,。]{2,16}为)/;
/** 今晚把ppt发我, 下午给我回话: a time, and something to be sent. */
const SENT =
  /(?:今[天晚]|明[天早晚]|后天|周[一二三四五六日天]|下班|[中下上]午|晚上)[^，,。\s]{0,4}(?:把[^，,。]{1,14}(?:发|报|交|给|送|传|弄|改|办)|给我|发我|报我|回我|填好|备[齐好]|锁定|准备好|弄好|搞定)/;
const SELF =
  /我(?:们|县|市|区|镇|乡|司|司将)?(?:争取|准备|打算|计划|会|将|先|再)|(?:^|[\s，,])客商(?![^，,。\s]{0,4}到)|老板说/;

/** An @name with a deadline: an order, even where it names an obstacle. */
export const isOrderedByName = ({ plain }: Prepared): boolean =>
  /^@[^\s@]+/.test(plain) &&
  (DUE.test(plain) ||
    /(?:改|写|核|弄|做|出|理|算|列)[^，,。\s]{0,4}一[版份遍下稿]|[前内](?:[补上]?报|[补上]?交|反馈|办|解决|答复|回复)/.test(
      plain,
    ));

/** 请工信局牵头 两天内把缺口核一遍: who is named first of all is to act, whatever hinders. */
const ASKED_FIRST = /^请[^，,。\s问]{2,14}(?:牵头|把|于|在)/;

/** 能评卡在哪 今晚9点前回我话: an answer with its hour is asked for, though an obstacle is named. */
export const isDemanded = ({ plain, chatty }: Prepared): boolean =>
  chatty &&
  (DUE.test(plain) || /\d点前/.test(plain)) &&
  (ASKED_FIRST.test(plain) || /回我?话|回复我?|答复我?|反馈|报我|报给|发我|给我|[办搞弄拿](?:好|下来|定)/.test(plain));

/** What is asked so firmly that words of small talk beside it count for nothing. */
export const FIRM = /(?:请|让|叫)你|抓紧|给个?(?:准话|答复|回话|说法)|回话/;

/** Somebody is told to do something, as people write to each other. */
export function isTold({ plain, chatty }: Prepared): boolean {
  if (/^请[^，,。问]{2,30}(?:把|将|于|前)/.test(plain)) return true;
  if (/@[一-龥A-Za-z]/.test(plain) && (ASKS.test(plain) || DUE.test(plain))) return true;
  if (/^@[^\s@]+\s/.test(plain) && TO_DO.test(plain)) return true;
  if (plain.length > 90 || SELF.test(plain)) return false;
  if (TOLD.test(plain) || (chatty && SENT.test(plain))) return true;
  return (
    chatty &&
    (DUE.test(plain) || /[前内]把/.test(plain)) &&
    /把|报|交|发给|发我|反馈|提交|[办弄搞拿](?:好|完|定|下来)/.test(plain)
  );
}

/** An office is given something to do, as speeches and circulars put it. A general call on everybody is none. */
export const isOrdered = ({ plain }: Prepared): boolean =>
  (ACTOR_MUST.test(plain) && !(plain.length < 90 && EXHORT.test(plain))) ||
  LEADING_ORDER.test(plain) ||
  PLACE_MUST.test(plain) ||
  (ASKS.test(plain) && plain.length < 60);
