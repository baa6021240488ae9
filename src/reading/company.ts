import { isPlace, placeInside, stripOrigin, stripPlace } from './origin.ts';
import { asWritten, type Prepared } from './prepared.ts';
import { productFrom, startsWithProduct } from './product.ts';
import { LEFT_CUT, NO_NAME, NOT_INVESTOR, RIGHT_CUT } from './words/company-cuts.ts';
import { LEGAL_FORM, TRADE } from './words/company-endings.ts';
import { JOINT, OF_SUM, ROLES, STARTED } from './words/investor-places.ts';
import { BUSINESS_TITLES, SURNAMES } from './words/surnames.ts';

interface Candidate {
  readonly names: readonly string[];
  readonly at: number;
  readonly score: number;
}

const CHARACTER = 'A-Za-z0-9\\u4e00-\\u9fff*&·.—\\-';
const STOP = new RegExp(`[^${CHARACTER}（）()、 \\u00c0-\\u024f]`);
const LEGAL_END = new RegExp(`(?:${LEGAL_FORM})$`);
const TRADE_END = new RegExp(`(?:${TRADE})$`);
const LEGAL = new RegExp(`(?:${LEGAL_FORM})(?![公限发有企])`, 'g');

/**
 * The investor as the text writes it; joint investors are joined with 、. Null where none is named: a company already
 * named elsewhere (该公司), a local office or a supplier is no investor.
 */
export function readCompany(prepared: Prepared): string | null {
  const candidates = [
    ...byLabel(prepared),
    ...jointly(prepared),
    ...byRole(prepared),
    ...byLegalForm(prepared),
    ...byTrade(prepared),
    ...byProject(prepared),
    ...byOpening(prepared),
    ...byStock(prepared),
  ];
  const best = candidates.sort((a, b) => b.score - a.score || a.at - b.at)[0];
  return best ? best.names.map((name) => asWritten(prepared, name)).join('、') : null;
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
      const legal = names.some((name) => endsLikeCompany(name));
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
  if (cut.length > 0) return cut;
  const own = namesUpTo(phrase.slice(0, Math.max(phrase.indexOf('的'), 0)));
  return own.length > 0 || !phrase.includes('是') ? own : namesUpTo(phrase.slice(phrase.lastIndexOf('是') + 1));
}

function namesUpTo(right: string): readonly string[] {
  const pieces = right.split(
    /、|(?<=公司|集团|股份|会社)(?:与|和|及|以及)|(?<=公司|集团|股份|会社|[^、与和及]{4})(?:与|和|及)(?=[^、与和及]{4,}(?:公司|集团|股份|会社)$)/,
  );
  const names = pieces.map((piece) => companyPart(trimName(piece))).filter(isName);
  if (pieces.length === 1 || names.length === pieces.length) return names;
  return names.filter((name) => endsLikeCompany(name)).slice(-1);
}

const OUTER = /^[\s!！?？.\-—、)）”"*<>=+]+|[\s.\-—(（“"的!！]+$/g;

/** The investor's part of a project's name (西门子 in 西门子医疗深圳新基地); a name that ends like a company stays whole. */
function companyPart(raw: string): string {
  const name = raw.replace(OUTER, '');
  if (endsLikeCompany(name)) return name;
  if (name.length <= 4 || LEGAL_END.test(name)) return name;
  if (/开发区|经开区|高新区|新区|园区|政府|委员会/.test(name)) return '';
  const bare = stripPlace(name);
  const product = productFrom(bare, 2);
  const place = placeInside(bare);
  const end = Math.min(product < 0 ? bare.length : product, place < 0 ? bare.length : place);
  const own = bare.slice(0, end).replace(OUTER, '');
  return end === bare.length ? name : startsWithProduct(own) ? '' : own;
}

/** Ends with a legal form, or with a trade behind a name of its own (not 储能电池, 大石化). */
function endsLikeCompany(name: string): boolean {
  if (LEGAL_END.test(name)) return true;
  const trade = TRADE_END.exec(name);
  const own = trade ? stripPlace(name.slice(0, trade.index)) : '';
  return own.length >= 2 && !startsWithProduct(own);
}

function jointly({ plain, text }: Prepared): Candidate[] {
  if (!/共同|联合|合资|携手|合作/.test(plain)) return [];
  return [...plain.matchAll(JOINT)].flatMap((match) => {
    const [, left = '', right = ''] = match;
    const at = match.index;
    const second = at + left.length + (match[0].charAt(left.length) === '以' ? 2 : 1);
    const pieces = [...text.slice(at, at + left.length).split('、'), text.slice(second, second + right.length)];
    const names = pieces.map((piece) => companyPart(trimName(piece.slice(0, rightCut(piece))))).filter(isName);
    return names.length === 0 ? [] : [{ names, at, score: names.length > 1 ? 11 : 7 }];
  });
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

const PERSON = new RegExp(
  `^(?:${SURNAMES})[\\u4e00-\\u9fff]{0,2}(?:${BUSINESS_TITLES})$|^(?:${SURNAMES})(?:总|董|老板|经理|先生|女士)(?![部院会公])`,
);

function isName(name: string): boolean {
  if (name.length < 2 || name.length > 30 || NO_NAME.test(name) || NOT_INVESTOR.test(name)) return false;
  if (PERSON.test(name) || RIGHT_CUT.exec(name)?.index === 0) return false;
  if (/[\u4e00-\u9fff]\s+[\u4e00-\u9fff\d]/.test(name)) return false;
  if ((/^[\d.\s]+/.test(name) || isPlace(name)) && !/公司|集团/.test(name)) return false;
  return /[A-Za-z\u4e00-\u9fff]{2}/.test(name.replace(LEGAL_END, '')) && !/^[（(][^）)]*$/.test(name);
}

function byLegalForm({ plain, text }: Prepared): Candidate[] {
  return [...plain.matchAll(LEGAL)].flatMap((match) => {
    const closing =
      /^[)）]/.test(plain.slice(match.index + match[0].length)) &&
      /[(（][^)）]{0,12}$/.test(plain.slice(Math.max(0, match.index - 12), match.index));
    const end = match.index + match[0].length + (closing ? 1 : 0);
    const from = Math.max(clauseStart(plain, match.index), end - 34);
    const name = trimName(text.slice(from, end).split('、').at(-1) ?? '');
    if (!isName(name) || name.length < 4) return [];
    const built = /(?:承建|施工|供应|供货|配套|收购|中标|获悉)/.test(plain.slice(end, end + 6));
    return built ? [] : [{ names: [name], at: from, score: /公司$|会社$|集团$/.test(name) ? 5 : 2 }];
  });
}

const SHORT = new RegExp(
  `^([A-Za-z\\u4e00-\\u9fff]{2,6}?)(?:${TRADE})(?!物流|园|产业|基地|站|小镇|[+]|项目|综合|加工|设备|一体|港|城|谷|组件|材料|医药|制药)`,
);
const TOKEN_HEAD = /^(?:[\u4e00-\u9fff]{1,3}(?:镇|乡|街道|县|区|市))?(?:.*?(?:签的|谈的|来的|是))?/;

/** In chat the name often stands alone: 湖北亚祥家具 定制…, 翔榕置业投的, A电力和B新能源. */
function byTrade({ plain, chatty }: Prepared): Candidate[] {
  if (!chatty) return [];
  return [...plain.matchAll(/[^\s，,。；;：:！!@()（）]+/g)].flatMap((token) => {
    const names = token[0].split(/[和与、](?=[^和与、]{4})/).flatMap((piece) => {
      const bare = piece.replace(TOKEN_HEAD, '');
      const match = SHORT.exec(bare) ?? SHORT.exec(piece);
      return match && !startsWithProduct(match[1] ?? '') && isName(match[0]) ? [match[0]] : [];
    });
    return names.length === 0 ? [] : [{ names, at: token.index, score: 5 }];
  });
}

/** The head of a project's name is often the investor's: 明电舍 in 明电舍新能源汽车核心部件项目. */
function byProject({ plain }: Prepared): Candidate[] {
  return [OF_SUM, STARTED].flatMap((pattern) =>
    [...plain.matchAll(pattern)].flatMap((match) => {
      const phrase = trimName(match[1] ?? match[2] ?? '');
      const name = companyPart(phrase);
      const sound = name !== phrase && name.length <= 12 && isName(name) && !startsWithProduct(name);
      return sound ? [{ names: [name], at: match.index, score: 2 }] : [];
    }),
  );
}

const OPENING = /^([\u4e00-\u9fff]{2,5})\s+(?=[^\s]*)/;
const NO_OPENING =
  /^(?:今|昨|明|前|上|下|本|这|那|我|你|他|早|晚|大家|收|好|请|速|喜|通|关于|刚|已|有|没|在|要|想|看|跟|和|与|投|签|到|去|来|老|新|一|二|三|两|录|补|进|阶|外|到位|税|固)|[总局哥姐长记任]$|镇$|乡$|县$|道$|会$|组$/;

/** A short first word before the goods is a name, where nothing speaks against it: 柚之健 蜜柚分拣. Only a weak sign. */
function byOpening({ plain, chatty }: Prepared): Candidate[] {
  const name = chatty ? (OPENING.exec(plain)?.[1] ?? '') : '';
  if (name === '' || NO_OPENING.test(name) || startsWithProduct(name) || !isName(name)) return [];
  return [{ names: [name], at: 0, score: 1 }];
}

/** A listed company with its number: 城发环境(000885.SZ). */
function byStock({ plain }: Prepared): Candidate[] {
  const match =
    /(?:^|[^\u4e00-\u9fffA-Za-z])([\u4e00-\u9fffA-Za-z]{2,8})[（(](?:[A-Z]{2}[:：.]?)?\d{4,6}(?:\.[A-Z]{2})?[）)]/.exec(
      plain,
    );
  const name = match?.[1] ?? '';
  return match && isName(name) ? [{ names: [name], at: match.index, score: 6 }] : [];
}

const LABEL =
  /(?:投资方|投资主体|投资单位|投资企业|企业名称|公司名称|投资商|单位名称)(?:名称)?(?:[:：]|为|是)\s*([^，,。；;\n\s]{2,40})/;

/** 投资方：某某有限公司, as in forms. */
function byLabel({ plain, text }: Prepared): Candidate[] {
  const match = LABEL.exec(plain);
  if (!match?.[1]) return [];
  const at = match.index + match[0].length - match[1].length;
  const names = text
    .slice(at, at + match[1].length)
    .split('、')
    .filter(isName);
  return names.length === 0 ? [] : [{ names, at, score: 12 }];
}
