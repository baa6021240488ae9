import {
  type Candidate,
  clauseStart,
  companyPart,
  endsLikeCompany,
  isName,
  namesIn,
  rightCut,
  trimName,
} from './company-phrase.ts';
import { formEnd, isRegistered, standsAlone } from './company-registered.ts';
import { matches } from './matches.ts';
import type { Prepared } from './prepared.ts';
import { LEGAL_FORM } from './words/company-endings.ts';
import { DESCRIBED, JOINT, LABEL, ROLES, VENTURE } from './words/investor-places.ts';

const LEGAL = new RegExp(`(?:${LEGAL_FORM})(?![公限发有企])`, 'g');

/** In chat a blank ends what stands before; LG Display stays one. */
const BLANK = /(?<=[\u4e00-\u9fff])\s+/;

/** Who stands where a sentence puts its investor: before 投资, after 由, before 与…签约. */
export function byRole({ plain, chatty }: Prepared): Candidate[] {
  const found: Candidate[] = [];
  for (const { pattern, side, score } of ROLES) {
    for (const match of matches(pattern, plain)) {
      const group = match[1] ?? '';
      const from = side === 'inside' ? match.index + match[0].indexOf(group) : clauseStart(plain, match.index);
      const to = side === 'inside' ? from + group.length : match.index;
      const phrase = plain.slice(from, to);
      const last = chatty ? namesIn(phrase.split(BLANK).at(-1) ?? '') : [];
      const names = last.length > 0 ? last : namesIn(phrase);
      if (names.length === 0) continue;
      const legal = names.some((name) => endsLikeCompany(name));
      found.push({ names, at: from, score: score + (legal ? 3 : chatty ? -3 : 0) });
    }
  }
  return found;
}

/** Investors joined: 甲与乙共同投资. */
export function jointly({ plain }: Prepared): Candidate[] {
  if (!/共同|联合|合[资营作]|携手/.test(plain)) return [];
  return [...matches(VENTURE, plain), ...matches(JOINT, plain)].flatMap((match) => {
    const [, left = '', right = ''] = match;
    const at = match.index;
    const pieces = [...left.replace(/以$/, '').split('、'), right];
    const names =
      isRegistered(right) && !standsAlone(right)
        ? namesIn(match[0].slice(0, match[0].lastIndexOf(right) + right.length))
        : pieces.map((piece) => companyPart(trimName(piece.slice(0, rightCut(piece))))).filter(isName);
    return names.length === 0 ? [] : [{ names, at, score: jointScore(names) }];
  });
}

const jointScore = (names: readonly string[]): number =>
  names.length < 2 ? 7 : names.every((name) => endsLikeCompany(name)) ? 13 : 11;

/** A name with its legal form, anywhere. */
export function byLegalForm({ plain }: Prepared): Candidate[] {
  return matches(LEGAL, plain).flatMap((match) => {
    const closing =
      /^[)）]/.test(plain.slice(match.index + match[0].length)) &&
      /[(（][^)）]{0,12}$/.test(plain.slice(Math.max(0, match.index - 12), match.index));
    const end = formEnd(plain, match.index + match[0].length + (closing ? 1 : 0));
    const from = Math.max(clauseStart(plain, match.index), end - 44);
    const name = trimName(
      plain
        .slice(from, end)
        .split(/、|(?<=[\u4e00-\u9fff])\s+/)
        .at(-1) ?? '',
    );
    if (!isName(name) || name.length < 4) return [];
    const built =
      /承建|施工|供应|供货|配套|收购|中标|获悉/.test(plain.slice(end, end + 6)) ||
      /(?:已有|现有|还有|[聚汇]集了?|客户)$/.test(plain.slice(Math.max(0, end - name.length - 3), end - name.length));
    const score = isRegistered(name) ? 5.5 : /公司$|会社$|集团$/.test(name) ? 5 : 2;
    return built ? [] : [{ names: [name], at: from, score }];
  });
}

const WHAT = /[大工]厂|企业|集团|公司|巨头|龙头|冠军|领军者|独角兽|商|品牌/;

/** A firm behind its description: 德国零售连锁企业慕勒, 全球铣挖机龙头洛克威. */
export function byDescription({ plain }: Prepared): Candidate[] {
  if (!WHAT.test(plain)) return [];
  return matches(DESCRIBED, plain).flatMap((match) => {
    const from = match.index + match[0].length;
    const phrase = plain.slice(from, from + 24).replace(/(?:[，,。；;：:！!？?\s“"]|(?<=..)\d)[\s\S]*$/, '');
    const name = companyPart(trimName(phrase.slice(0, rightCut(phrase))));
    return name.length <= 14 && isName(name) ? [{ names: [name], at: from, score: 8 }] : [];
  });
}

/** A listed company with its number: 城发环境(000885.SZ). */
export function byStock({ plain }: Prepared): Candidate[] {
  if (!/[（(][^）)]{0,4}\d{3}/.test(plain)) return [];
  const match =
    /(?:^|[^\u4e00-\u9fffA-Za-z])([\u4e00-\u9fffA-Za-z]{2,8})[（(](?:[A-Z]{2}[:：.]?)?\d{3}[\d*xX]{1,3}(?:\.[A-Z]{2})?[）)]/.exec(
      plain,
    );
  const name = match?.[1] ?? '';
  return match && isName(name) ? [{ names: [name], at: match.index, score: 6 }] : [];
}

/** What a form puts behind 投资方 is believed, unless it is no name at all. */
const isFormed = (name: string): boolean =>
  isName(name) ||
  (/^[A-Za-z\u4e00-\u9fff（）()]{4,30}$/.test(name) && !/^(?:暂|待|未|无|某|一家)|政府|管委会|[们吗吧]/.test(name));

/** 投资方：某某有限公司, as in forms; and who speaks at the head of an announcement: 甲科技：拟投资… */
export function byLabel({ plain }: Prepared): Candidate[] {
  const match = LABEL.exec(plain);
  const names = (match?.[1] ?? '').split('、').filter(isFormed);
  if (match?.[1] && names.length > 0) {
    const at = match.index + match[0].length - match[1].length;
    return [
      {
        names,
        at,
        score: 12,
      },
    ];
  }
  const head =
    /^([\u4e00-\u9fffA-Za-z]{3,10}(?:[（(][\u4e00-\u9fff]{2,4}[)）])?)(?:[一二三四]期|项目)?[:：](?=.*(?:拟|公司|投资|签))/.exec(
      plain,
    )?.[1] ?? '';
  const speaks = /^[^:：]+[:：]\s?(?:拟|总投资|全资|控股|子公司|公司|与|签|投资|将|计划|终止|取得|中标)/.test(plain);
  return head !== '' && isName(head) && (endsLikeCompany(head) || speaks) ? [{ names: [head], at: 0, score: 6 }] : [];
}
