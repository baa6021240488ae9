const ZONE = 'Asia/Shanghai';
const time = new Intl.DateTimeFormat('zh-CN', { timeZone: ZONE, hour: '2-digit', minute: '2-digit', hour12: false });
const day = new Intl.DateTimeFormat('en-CA', { timeZone: ZONE });
const words = new Intl.DateTimeFormat('zh-CN', { timeZone: ZONE, month: 'long', day: 'numeric', weekday: 'long' });
const long = new Intl.DateTimeFormat('zh-CN', { timeZone: ZONE, dateStyle: 'long' });

/** "09:05" */
export const timeOf = (instant) => time.format(new Date(instant));

/** "2026-06-10": equal for two instants of one day. */
export const dayOf = (instant) => day.format(new Date(instant));

/** "今天", "昨天", "6月9日星期二", or with the year when it is another one. */
export function dayWords(instant, now = Date.now()) {
  const that = dayOf(instant);
  if (that === dayOf(now)) return '今天';
  if (that === dayOf(now - 86_400_000)) return '昨天';
  return that.slice(0, 4) === dayOf(now).slice(0, 4) ? words.format(new Date(instant)) : long.format(new Date(instant));
}

/** The time today, else the day: for the list of chats. */
export function shortTime(instant, now = Date.now()) {
  const that = dayOf(instant);
  if (that === dayOf(now)) return timeOf(instant);
  if (that === dayOf(now - 86_400_000)) return '昨天';
  return `${Number(that.slice(5, 7))}月${Number(that.slice(8, 10))}日`;
}
