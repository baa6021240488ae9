import { isPlace } from './origin.ts';
import { SURNAMES } from './words/surnames.ts';

/** What a line about an outing, a reception or an event says, beside its days. Absent parts are empty or null. */
export interface ActivityReading {
  readonly regions: readonly string[];
  readonly leader: string | null;
  readonly members: readonly string[];
  readonly companies: readonly string[];
  readonly outcome: string | null;
  /** What it was about, in the words that are no place, firm or person. */
  readonly theme: string | null;
  /** Half days, where the text says so ("半天" 1, "两个半天" 2, "1天半" 3). */
  readonly halfDays: number | null;
}

const OUTCOME = /^(?:成果|收获|结果|达成|成效)[:：]?/;
const MEMBERS = /^(?:成员|随行|陪同|同行|参加人员)[:：]?/;
const VISIT = /^(?:拜访|走访|会见|对接|洽谈|考察|接洽|接待)了?[:：]?/;
const LEADER_BEFORE = /^(?:由)?([\u4e00-\u9fff]{2,8}?)(?:同志)?带队/;
const LEADER_AFTER = /^带队(?:领导)?[:：]?([\u4e00-\u9fff]{2,8})?/;
const GUESTS = /^(.{2,40}?(?:公司|集团|厂|商会|协会|基金|研究院)|.{2,20}?)(?:.{0,10}?)(?:来访|来考察|来县|到访|一行)/;
const VENUE = /^[\u4e00-\u9fff]{1,10}(?:宾馆|酒店|中心|大厦|会堂|会议室|园区|开发区|经开区|高新区|展馆|广场|礼堂)$/;
const COMPANY = /公司|集团|厂$|商会|协会|基金|研究院|科技|股份|企业/;
/** 看地块, 谈用地, 3家企业: what they came for or how many they are, no firm. */
const PURPOSE = /^(?:看|谈|聊|参观|考察|了解|商量|商谈|参加|座谈|实地|就|并|到)|^\d+\s?(?:余|多)?家|家企业/;
const HOW_MANY = /^\d+\s?(?:余|多)?家|家企业|参加$/;
/** 华辰光伏李总: a firm by its head. */
const HEAD_OF_FIRM = new RegExp(`^([\\u4e00-\\u9fffA-Za-z]{2,12}?)(?:${SURNAMES})(?:总|董|董事长|总经理)$`);
/** Without the person: 华辰光伏李总 is 华辰光伏. */
const firmOf = (word: string): string =>
  word.replace(/(?<=[\u4e00-\u9fffA-Za-z]{2})[\u4e00-\u9fff](?:总|董|经理|老板|先生|女士)$/, '');
const HALVES: readonly (readonly [RegExp, number])[] = [
  [/[1一]天半/, 3],
  [/[2二两]个半天/, 2],
  [/[3三]个半天/, 3],
  [/半天|上午|下午/, 1],
];

interface Draft {
  regions: string[];
  leader: string | null;
  members: string[];
  companies: string[];
  outcome: string | null;
  /** What it was about: words that are no place, firm or person. */
  themes: string[];
}

/** Which list the words go to until another key word comes. */
type Place = 'regions' | 'members' | 'companies' | 'leader';

/** Reads a line whose days are taken out already: key words in any order, names as typed. Pure and linear. */
export function readActivity(text: string): ActivityReading {
  const halfDays = HALVES.find(([pattern]) => pattern.test(text))?.[1] ?? null;
  const plain = HALVES.reduce((left, [pattern]) => left.replace(pattern, ' '), text);
  const draft: Draft = { regions: [], leader: null, members: [], companies: [], outcome: null, themes: [] };
  const clauses = plain.split(/[\s;；。]+/).filter(Boolean);
  let place: Place = 'regions';
  for (const [index, clause] of clauses.entries()) {
    if (OUTCOME.test(clause)) {
      draft.outcome = clauses.slice(index).join(' ').replace(OUTCOME, '').trim() || null;
      break;
    }
    place = readClause(clause, place, draft);
  }
  const { themes, ...read } = draft;
  return { ...read, companies: [...new Set(draft.companies)], theme: themes.join('，') || null, halfDays };
}

function readClause(clause: string, place: Place, draft: Draft): Place {
  const before = LEADER_BEFORE.exec(clause);
  if (before) return lead(before[1] ?? null, clause.slice(before[0].length), draft);
  const after = LEADER_AFTER.exec(clause);
  if (after) return after[1] ? lead(after[1], clause.slice(after[0].length), draft) : 'leader';
  if (MEMBERS.test(clause)) return put('members', clause.replace(MEMBERS, ''), draft);
  if (VISIT.test(clause)) return put('companies', clause.replace(VISIT, ''), draft);
  const guests = GUESTS.exec(clause);
  if (guests?.[1]) return put('companies', guests[1], draft);
  const host = HEAD_OF_FIRM.exec(clause)?.[1];
  if (host) return put('companies', host, draft);
  if (place === 'leader') return lead(clause, '', draft);
  return put(place, clause, draft);
}

function lead(name: string | null, rest: string, draft: Draft): Place {
  draft.leader = name;
  return rest ? readClause(rest, 'regions', draft) : 'regions';
}

/** A place is known as one, ends like one, or is a short word at the head; anything else says what it was about. */
function sort(word: string, draft: Draft): void {
  const placed = isPlace(word) || VENUE.test(word) || (word.length <= 3 && draft.regions.length === 0);
  if (placed) draft.regions.push(word);
  else if (word) draft.themes.push(word);
}

function put(place: Place, text: string, draft: Draft): Place {
  for (const word of text.split(/[,，、]+|(?<=公司|集团|厂|商会|协会)(?:和|及|与)/)) {
    if (place === 'members') draft.members.push(word);
    else if (place === 'companies' && PURPOSE.test(word)) draft.themes.push(word);
    else if (place === 'companies' || (COMPANY.test(word) && !HOW_MANY.test(word))) draft.companies.push(firmOf(word));
    else sort(word.replace(/^(?:赶?赴|前往|到|去|在)|招商$/g, '').slice(0, 40), draft);
  }
  for (const list of [draft.members, draft.companies, draft.regions]) {
    if (list.includes('')) list.splice(0, list.length, ...list.filter(Boolean));
  }
  return place;
}
