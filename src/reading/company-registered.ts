import { lexicon, wordAt } from './lexicon.ts';
import { isPlace, stripPlace } from './origin.ts';
import { startsWithProduct } from './product.ts';
import { TRADE } from './words/company-endings.ts';
import { KNOWN_FIRMS } from './words/known-firms.ts';

/** How a registered name ends: 有限公司, 合伙企业（有限合伙）, 有限公司武汉分公司. */
const FORM =
  '(?:有限责任公司|股份有限公司|有限公司|合伙企业[（(](?:有限|普通|特殊普通)合伙[)）])(?:[\\u4e00-\\u9fff]{2,8}?分公司)?';
const ENDS = new RegExp(`${FORM}$`);
const WITH_FORM = new RegExp(`[^、]+?${FORM}`, 'g');
const BEHIND = new RegExp(`^[\\s\\S]*${FORM}`);
/** What no registered name holds, so that something else was taken along. */
const FOREIGN_TO_NAMES =
  /[们没吗吧呢啊呀哦嗯哪谁，。]|约定|协议|合同|^(?:该|本|某|上述|其中|录入)|县政府|市政府|区政府|人民政府|管委会|委员会|签[订署约]|公告|我[省市县区]/;
const TRADES = lexicon(
  [
    ...TRADE.split('|'),
    ...'管理 咨询 服务 运营 检测 城市 项目 品牌 市场 人力资源 基础设施 财务 国际 投资 控股 规划 设计 联合 集团 股份 开发 运营'.split(
      ' ',
    ),
  ].map((word) => [word, word] as const),
);
const KNOWN = lexicon(KNOWN_FIRMS.split(' ').map((word) => [word, word] as const));

/** Whether a name ends as registered names do. */
export const isRegistered = (name: string): boolean =>
  (name.endsWith('公司') || name.endsWith(')') || name.endsWith('）')) && ENDS.test(name);

/** Whether a name that ends so can be a registered one: 8 characters of plain speech in it and it is none. */
export const isRegisteredName = (name: string): boolean =>
  name.length >= 6 && name.length <= 44 && !FOREIGN_TO_NAMES.test(name) && /[\u4e00-\u9fffA-Za-z]{2}/.test(name);

/**
 * Whether a registered name still has a name of its own when it begins here: 华茂科技有限公司 has, 科技有限公司 and 茂科技有限公司
 * have not, so that 与 in 与时科技 and 向 in 万向科技 part nothing.
 */
export function standsAlone(name: string): boolean {
  if (!isRegistered(name)) return false;
  const own = stripPlace(name).replace(ENDS, '');
  if (own.length < name.replace(ENDS, '').length) return own.length >= 2;
  if (wordAt(KNOWN, own, 0) !== null) return true;
  const trade = wordAt(TRADES, own, 0) ?? wordAt(TRADES, own, 1);
  return own.length >= 2 && trade === null && !startsWithProduct(own);
}

/** 向 in 深圳市向日葵科技有限公司: behind a place at the head of a name a weak word belongs to the name. */
export const isInside = (head: string, word: string): boolean =>
  /^(?:联合|全球|世界|百年|品牌|[向的了且而则获于等])$/.test(word) && isPlace(head);

/** The pieces of a phrase that end with a registered name; none where a name without that form comes behind. */
export function registeredPieces(phrase: string): readonly string[] {
  if (!phrase.includes('有限') && !phrase.includes('合伙')) return [];
  const behind = BEHIND.exec(phrase)?.[0].length ?? 0;
  if (behind === 0 || /公司|集团|股份|控股|会社/.test(phrase.slice(behind))) return [];
  return (phrase.match(WITH_FORM) ?? []).map((piece, at) =>
    at === 0 ? piece : piece.replace(/^(?:以及|与|和|及)(?=.{6})/, ''),
  );
}

/** Where the registered name ends whose legal form ends here: a bracket and a branch belong to it. */
export const formEnd = (plain: string, end: number): number =>
  end +
  (/^[（(](?:有限|普通|特殊普通)合伙[)）]|^[\u4e00-\u9fff]{2,8}?分公司/.exec(plain.slice(end, end + 11))?.[0].length ??
    0);
