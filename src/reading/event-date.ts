import type { CalendarDate } from '../domain/calendar/date.ts';
import { type DateSpan, datesOf } from './date.ts';
import type { Prepared } from './prepared.ts';

const EVENT =
  /签|开工|奠基|动工|破土|开建|投产|试产|量产|下线|点火|开业|开园|竣工|完工|落成|封顶|投用|启用|投运|运营|举行|举办|召开|开幕|揭牌|挂牌|落户|落地|入驻|对接|洽谈|谈|拜访|走访|考察|来访|到访|访问|会见|座谈|调研|参观|接待|率|带队|赴|跑|去|来(?![万亿千百十])|看|到位|到账|到了|打款|打进|进账|打的款|实缴|打入|转入|划入|汇入|入账|领取|拿到|注册|成立|设立|摘牌|摘的牌|开的工|摘得|竞得|拿地|成交|获批|核准|通过|过会|启动|打通|浇|检查|集中|施工|就位|宴请|踩点|转了|递了|盖章|并网|试车|验收|交付|参展|摆摊|连线|视频会|电话会|出差|外出|交流|督[查导]|通水|通车|动土|开张|投入|揭幕|到港|转了|备忘录|拿[了的]|签到|[动开投封摘奠][了的]|动建|(?:推介|发布|交流|博览|动员|调度|交账|说明|晾晒)会/;
const REPORTED = /(?:记者|获悉|公告|披露|报道|消息|讯|电$|表示|透露|宣布|发布)/;
const PLANNED = /(?:计划|预计|拟|将于|将在|定于|力争|有望|争取|确保|即将|截至|截止)[^，,。；;]{0,6}$/;

/**
 * The day of the event that a message reports: the one in whose clause the stage or another event stands. A planned day,
 * a mere month, or the day of an announcement is none. `ahead`: what is to come counts too, as in 客商周三来.
 */
export function readEventDate(prepared: Prepared, stageAt: number | null, ahead = false): CalendarDate | null {
  const days = (ahead ? prepared.dates : pastDates(prepared)).filter(
    (span): span is Extract<DateSpan, { from: CalendarDate }> =>
      !('impossible' in span) && span.exact && span.from === span.to && !isPlanned(prepared, span),
  );
  if (withoutDay(prepared) && EVENT.test(prepared.plain)) return prepared.today;
  const suitable = days.filter(
    (span) =>
      (ahead || span.from <= prepared.today) &&
      ((prepared.chatty && (ahead || stageAt !== null)) || isEvent(prepared, span)),
  );
  if (stageAt === null) return suitable[0]?.from ?? null;
  const earlier = suitable.filter((span) => span.start <= stageAt);
  return (earlier.at(-1) ?? suitable[0])?.from ?? null;
}

/** 上午陪商务局看了两个现场, 下午4点半派个车: among colleagues an hour without a day is today's. */
const HALF_DAY =
  /(?:^|[\s，,：:]|板)(?:今?早上?|上午|中午|下午|晚上|今晚)(?![班会好])(?![^\s，,]{0,3}(?:接到|收到|听说))/;
const withoutDay = ({ plain, dates, chatty }: Prepared): boolean =>
  chatty && dates.length === 0 && HALF_DAY.test(plain);

/** What is reported has happened: a day without a year that seems to come yet is last year's. */
function pastDates({ text, plain, dates, today, calendar }: Prepared): readonly DateSpan[] {
  const later = dates.some((span) => !('impossible' in span) && span.from > today);
  return later ? datesOf(text, plain, { today, calendar, prefer: 'past' }) : dates;
}

/** 后天县长要听汇报，今晚把材料发我: the day at which something is to be sent. */
const TO_SEND = /^[^，,。；;\s]{0,3}(?:把|发|交|报|给我|拿)/;

/** 两点前给我, 你下午去一趟: an hour without a day. */
const HOUR = /[\d一二两三四五六七八九十]点半?(?:之|以)?前|上午|中午|下午|今晚|晚上|下班前/;

/** The day a task is due: the first day written with a deadline word, else the first day not before today. */
export function readDue(prepared: Prepared): CalendarDate | null {
  const days = datesOf(prepared.text, prepared.plain, { ...prepared, prefer: 'future' }).flatMap((span) =>
    'impossible' in span || !span.exact ? [] : [span],
  );
  if (withoutDay(prepared) || (days.length === 0 && prepared.chatty && HOUR.test(prepared.plain)))
    return prepared.today;
  const due =
    days.find((span) => /[前内底]$/.test(span.text)) ??
    days.find((span) => span.to >= prepared.today && TO_SEND.test(prepared.plain.slice(span.end, span.end + 6))) ??
    days.find((span) => span.to >= prepared.today);
  return due && due.from === due.to ? due.to : null;
}

const isPlanned = ({ plain }: Prepared, span: DateSpan): boolean =>
  PLANNED.test(plain.slice(Math.max(0, span.start - 12), span.start)) ||
  /[底末内初中旬]|后(?![天日儿])|前$|季度/.test(span.text);

/** 今天吊完了: what is told of the day itself is done. */
const DONE = /^[^，,。；;？?]{1,24}[了完](?=$|[\s，,。！!])/;

function isEvent({ plain, chatty }: Prepared, span: DateSpan): boolean {
  const behind = plain.slice(span.end, span.end + 90);
  const sentence = /^[^。；;！!？?\n]*/.exec(behind)?.[0] ?? '';
  const clause = /^[，,]?[^，,]*/.exec(sentence)?.[0] ?? '';
  if (REPORTED.test(clause.slice(0, 14)) && !EVENT.test(clause)) return false;
  if (/^\s?(?:电|讯|消息)(?![子器池机])/.test(clause)) return false;
  if (/获悉|公告|宣布/.test(clause.slice(0, 10))) return false;
  if (chatty && /^[今昨前]/.test(span.text) && DONE.test(sentence)) return true;
  return EVENT.test(sentence) || EVENT.test(plain.slice(Math.max(0, span.start - 20), span.start));
}
