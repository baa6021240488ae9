import { isPlace, stripOrigin } from './origin.ts';
import type { Prepared } from './prepared.ts';
import { LEFT_CUT, NO_NAME, NOT_INVESTOR, RIGHT_CUT } from './words/company-cuts.ts';
import { LEGAL_FORM, TRADE } from './words/company-endings.ts';
import { PRODUCT } from './words/products.ts';

interface Candidate {
  readonly names: readonly string[];
  readonly at: number;
  readonly score: number;
}

const CHARACTER = 'A-Za-z0-9\\u4e00-\\u9fff*&·.—\\-';
const STOP = new RegExp(`[^${CHARACTER}（）()、 \\u00c0-\\u024f]`);
const ENDS_LIKE_COMPANY = new RegExp(`(?:${LEGAL_FORM}|${TRADE})$`);
const LEGAL = new RegExp(`(?:${LEGAL_FORM})(?![公限发有企])`, 'g');

/** Where an investor stands in a sentence: `before` the match, or `inside` its first group. */
const ROLES: readonly { readonly pattern: RegExp; readonly side: 'before' | 'inside'; readonly score: number }[] = [
  {
    pattern:
      /由([^，,。；;！？]{2,50}?)(?:三方|双方|两家)?(?:共同|联合|合资|合作|独家|负责|倾力|控股的?|全资)*(?:出资|投资|注资|建设|投建|打造|承办|开发|兴建)/g,
    side: 'inside',
    score: 9,
  },
  {
    pattern:
      /(?:将|拟|计划|决定|宣布|承诺)(?:[^，,。；;]{0,24}?)(?:投资|投建|建设|新建|扩建|设立|投入|兴建|建立|建厂|打造)/g,
    side: 'before',
    score: 7,
  },
  { pattern: /(?:总投资|投资(?!额|总|强度|方|人|商|促|者)|斥资|注资|增资|投建|投了|投的)/g, side: 'before', score: 6 },
  { pattern: /(?:与|和|同|跟)[^，,。；;]{2,60}?(?:签订|签署|签约|举行|达成|拟签)/g, side: 'before', score: 6 },
  {
    pattern: /(?:与|和|跟|引进|引入|迎来|对接|招引)([^，,。；;]{2,40}?)(?:举行|签订|签署|签约|正式签|达成|落户|投资)/g,
    side: 'inside',
    score: 5,
  },
  {
    pattern: /在[^，,。；;]{2,30}?(?:落子|设立|开工|投产|签约|建设|建厂|注册|领取|扩建|拿地|布局|落户)/g,
    side: 'before',
    score: 6,
  },
  {
    pattern: /是(?:一家|中国|国内|全球|世界|我国|专业)[^，,。；;]{2,40}?(?:企业|公司|厂家|商)/g,
    side: 'before',
    score: 6,
  },
  { pattern: /一家(?:专业)?(?:生产|从事|做)[^，,。；;]{2,40}?(?:企业|公司)/g, side: 'before', score: 6 },
  { pattern: /在[^，,。；;]{2,14}?的[^，,。；;]{2,16}?(?:基地|项目|工厂)/g, side: 'before', score: 4 },
  {
    pattern: /(?:公告|签约|签署|签订|落户|落子|落地|入驻|注册成立|投产|开工|动工|奠基|竣工|开业|签了)/g,
    side: 'before',
    score: 3,
  },
];

/**
 * The investor as the text writes it; joint investors are joined with 、. Null where none is named: a company already
 * named elsewhere (该公司), a local office or a supplier is no investor.
 */
export function readCompany(prepared: Prepared): string | null {
  const candidates = [...byRole(prepared), ...byLegalForm(prepared), ...byTrade(prepared), ...byProject(prepared)];
  const best = candidates.sort((a, b) => b.score - a.score || a.at - b.at)[0];
  return best ? best.names.join('、') : null;
}

function byRole(prepared: Prepared): Candidate[] {
  const { plain, text, chatty } = prepared;
  return ROLES.flatMap(({ pattern, side, score }) =>
    [...plain.matchAll(pattern)].flatMap((match) => {
      const group = match[1] ?? '';
      const from = side === 'inside' ? match.index + match[0].indexOf(group) : clauseStart(plain, match.index);
      const to = side === 'inside' ? from + group.length : match.index;
      const names = namesIn(text.slice(from, to));
      if (names.length === 0) return [];
      const legal = names.some((name) => ENDS_LIKE_COMPANY.test(name));
      return [{ names, at: from, score: score + (legal ? 3 : chatty ? -3 : 0) }];
    }),
  );
}

function clauseStart(plain: string, at: number): number {
  let start = at;
  while (start > 0 && at - start < 60 && !STOP.test(plain.charAt(start - 1))) start -= 1;
  return start;
}

/** The companies of a phrase: cut on both sides, parted where several are joined. */
function namesIn(phrase: string): readonly string[] {
  const cut = namesUpTo(phrase.slice(0, rightCut(phrase)));
  return cut.length > 0 ? cut : namesUpTo(phrase);
}

function namesUpTo(right: string): readonly string[] {
  const pieces = right.split(
    /、|(?<=公司|集团|股份|会社)(?:与|和|及|以及)|(?<=公司|集团|股份|会社|[^、与和及]{4})(?:与|和|及)(?=[^、与和及]{4,}(?:公司|集团|股份|会社)$)/,
  );
  const names = pieces.map(trimName).filter(isName);
  if (pieces.length === 1 || names.length === pieces.length) return names;
  return names.filter((name) => ENDS_LIKE_COMPANY.test(name)).slice(-1);
}

function rightCut(phrase: string): number {
  const match = RIGHT_CUT.exec(phrase.slice(2));
  return match ? match.index + 2 : phrase.length;
}

/** Without what stands before the name. */
function trimName(raw: string): string {
  let start = 0;
  for (const match of raw.matchAll(LEFT_CUT)) {
    const end = match.index + match[0].length;
    if (raw.length - end >= 2) start = end;
  }
  return stripOrigin(raw.slice(start).replace(/^[\s.\-—、）)“”"*]+|[\s.\-—（(“”"]+$/g, ''));
}

function isName(name: string): boolean {
  if (name.length < 2 || name.length > 30 || NO_NAME.test(name) || NOT_INVESTOR.test(name)) return false;
  if ((/^[\d.\s]+/.test(name) || isPlace(name)) && !/公司|集团/.test(name)) return false;
  return /[A-Za-z\u4e00-\u9fff]{2}/.test(name) && !/^[（(][^）)]*$/.test(name);
}

function byLegalForm({ plain, text }: Prepared): Candidate[] {
  return [...plain.matchAll(LEGAL)].flatMap((match) => {
    const end = match.index + match[0].length;
    const from = Math.max(clauseStart(plain, match.index), end - 34);
    const name = trimName(text.slice(from, end).split('、').at(-1) ?? '');
    if (!isName(name) || name.length < 4) return [];
    const built = /(?:承建|施工|供应|供货|配套|收购|中标|获悉)/.test(plain.slice(end, end + 6));
    return built ? [] : [{ names: [name], at: from, score: /公司$|会社$|集团$/.test(name) ? 5 : 2 }];
  });
}

const SHORT = new RegExp(
  `^([A-Za-z\\u4e00-\\u9fff]{2,6}?)(?:${TRADE})(?!物流|园|产业|基地|站|小镇|[+]|项目|综合|加工|设备|一体|港|城|谷|组件|材料)`,
);
const TOKEN_HEAD = /^(?:[\u4e00-\u9fff]{1,3}(?:镇|乡|街道|县|区|市))?(?:.*?(?:签的|谈的|来的|是))?/;

/** In chat the name often stands alone: 湖北亚祥家具 定制…, 翔榕置业投的, A电力和B新能源. */
function byTrade({ plain, chatty }: Prepared): Candidate[] {
  if (!chatty) return [];
  return [...plain.matchAll(/[^\s，,。；;：:！!@()（）]+/g)].flatMap((token) => {
    const names = token[0].split(/[和与、](?=[^和与、]{4})/).flatMap((piece) => {
      const bare = piece.replace(TOKEN_HEAD, '');
      const match = SHORT.exec(bare) ?? SHORT.exec(piece);
      return match && !PRODUCT.test(match[1] ?? '') && isName(match[0]) ? [match[0]] : [];
    });
    return names.length === 0 ? [] : [{ names, at: token.index, score: 5 }];
  });
}

const OF_SUM = /投资[^，,。；;]{0,12}[亿万]元?(?:人民币|美元|欧元)?的([^，,。；;]{3,30}?)(?:项目|基地|工厂|总部|中心)/g;
const STARTED =
  /([^，,。；;：:]{3,40}?)(?:项目|基地|工厂)(?:正式|成功|顺利|集中|现场)?(?:签约|落户|开工|投产|落地|奠基|竣工|动工)/g;

/** The head of a project's name is often the investor's: 明电舍 in 明电舍新能源汽车核心部件项目. */
function byProject({ plain }: Prepared): Candidate[] {
  return [OF_SUM, STARTED].flatMap((pattern) =>
    [...plain.matchAll(pattern)].flatMap((match) => {
      const phrase = trimName(match[1] ?? '');
      const at = phrase.slice(2).search(PRODUCT) + 2;
      const name = at < 2 ? '' : phrase.slice(0, at);
      const sound = name.length >= 2 && name.length <= 12 && isName(name) && !PRODUCT.test(name) && !isPlace(name);
      return sound ? [{ names: [name], at: match.index, score: 2 }] : [];
    }),
  );
}
