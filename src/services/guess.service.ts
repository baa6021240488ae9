import { projectsNamedIn } from '../db/project-search.repository.ts';
import { type Actor, may, mayEver } from '../domain/org/access.ts';
import type { Project } from '../domain/project/project.ts';
import { readAmounts } from '../reading/amount.ts';
import { companyKey } from '../reading/company-name.ts';
import { plainWords } from '../reading/plain.ts';
import { readRecordNumber } from '../reading/reference.ts';
import { understand } from './lead-reading.ts';
import type { ReadingContext } from './reading-context.ts';
import { begunIn, resolveProject, searchable } from './resolve.service.ts';
import type { OrgTx } from './transaction.ts';

/** What a sentence without a command may have meant: whole lines, each to be tapped. */
export interface Guess {
  /** What it reads like: 进展, 阶段, 外出 … */
  readonly kind: string;
  readonly lines: readonly { readonly label: string; readonly line: string }[];
}

const MOST_CHARACTERS = 300;
const REACHED = /(签约|落地|开工|竣工|投产)(?:了|啦)/;
/** Money that came, in whatever words. */
const CAME = /到[位账资](?!率)|打(?:了|来|过来|进)|汇[入来]|[万亿]元?(?:已经?)?到了/;
/** 还没到位5000万, 下月到位5000万. */
const NOT_YET = /没|未|准备|预计|计划|打算|下个?月|下周|明[天年]|将/;
/** 听说X2要签约了. */
const SOON = /(?:要|将|准备|计划|打算|快|能不能|可能|争取)(?:正式)?(?:签约|落地|开工|竣工|投产)/;
/** 晚上接待谁去: a question is no record. */
const ASKS = /谁|哪|什么时候|几点|[吗呢？?]\s*$/;
/** The investor is gone for good. */
const LEFT =
  /不(?:来|投|干|搞|做)了|不打算(?:来|投)|[黄撤跑吹]了|(?:放弃|终止|取消)(?:了|投资|合作)|谈崩|被[^，,。]{2,8}(?:抢|挖|截|撬)/;
const VISITS = /接待|来访|来我|到访|来(?:人|县|看|谈|考察)|(?:过来|一行)/;

/**
 * Reads a sentence that begins with no command as a progress note, a stage, a payment or an activity of the person's own
 * unit, and offers the commands that would write it. Writes nothing. Null where it reads like none of them.
 */
export async function guess(
  tx: OrgTx,
  { actor, ...reading }: ReadingContext & { readonly actor: Actor },
  text: string,
): Promise<Guess | null> {
  const said = text.replace(/\s+/g, ' ').trim();
  if (!mayEver(actor, 'report') || said.length < 5 || said.length > MOST_CHARACTERS) return null;
  const { confidence, investment, contactPhone, ...found } = understand(said, reading);
  const came = CAME.test(plainWords(said)) && !NOT_YET.test(said) && readAmounts(said).length > 0;
  const kind = came ? 'funds' : NOT_YET.test(said) && found.kind === 'funds' ? 'stage' : found.kind;
  const stage = SOON.test(said) ? null : (found.stage ?? REACHED.exec(said)?.[1] ?? null);
  const named = await projectsMeant(tx, actor, said);
  const sized = kind === 'lead' && (investment !== null || contactPhone !== null);
  if (sized && (named.length === 0 || (stage === null && readRecordNumber(said).length === 0))) return null;
  if (kind === 'task' && mayEver(actor, 'dispatch')) return toDispatch(said);
  const projects = named.length > 0 || kind !== 'funds' ? named : await ownSigned(tx, actor);
  const others = projects.length === 0 && readRecordNumber(said).length > 0;
  const activity = others || ASKS.test(said) ? null : activityOf(said, kind === 'activity' && confidence >= 0.6);
  const asActivity = activity ? [{ label: `记为${activity}`, line: `${activity} ${said}` }] : [];
  if (projects.length > 0) {
    const { lines, ...meant } = aboutProjects(projects, said, { kind, stage });
    const more = asActivity.filter(({ line }) => lines.every((other) => other.line !== line));
    return { ...meant, lines: [...lines, ...more].slice(0, 6) };
  }
  return activity ? { kind: activity, lines: asActivity } : null;
}

/** Kinds of activities by the words that only they have; the first that fits counts. */
const ACTIVITIES: readonly (readonly [RegExp, string])[] = [
  [/驻点|驻外|打卡/, '驻点'],
  [/集中签约|签约(?:仪式|活动)/, '签约仪式'],
  [/服务日/, '企业服务日'],
  [/恳谈|座谈|早餐会|茶话会|亲商/, '恳谈会'],
  [/推介/, '推介会'],
  [/(?:商会|协会).{0,6}(?:对接|联系)|(?:对接|拜访|联系).{0,8}(?:商会|协会)/, '商协会对接'],
  [/走访/, '走访'],
  [/接待了/, '接待'],
];

/** The kind of activity that a sentence tells: by its own words with a day, else by whether somebody came or went. */
function activityOf(said: string, likely: boolean): string | null {
  const named = ACTIVITIES.find(([words]) => words.test(plainWords(said)))?.[1];
  if (named && (likely || /[今昨前][天日]|\d{1,2}月\d|上午|下午|晚上|刚才?|周[一二三四五六日]/.test(said)))
    return named;
  if (!likely) return null;
  return VISITS.test(said) ? '接待' : '外出';
}

/** 请李四周五前核实用地: somebody is told to do something by who may give tasks. */
const toDispatch = (said: string): Guess => ({
  kind: '任务',
  lines: [{ label: '分派为任务', line: `分派 ${said.replace(/^(?:请|麻烦|烦请|让)/, '')}` }],
});

/** The projects that a person may report on and a sentence names by number or by enough of their names; of the own unit a short one will do. */
export async function projectsMeant(tx: OrgTx, actor: Actor, text: string): Promise<readonly Project[]> {
  const numbers = readRecordNumber(text).filter(({ letter }) => letter === 'X');
  const found = await projectsNamedIn(
    tx,
    text,
    numbers.map(({ number }) => number).filter((number) => number <= 2_000_000_000),
  );
  const begun = found.length > 0 ? found : await begunIn(tx, plainWords(text));
  const named = begun.length > 0 ? begun : await ownCalled(tx, actor, plainWords(text));
  return named.filter(({ unitId }) => may(actor, 'report', unitId)).slice(0, 3);
}

/** The one project of the own unit whose name, or whose investor's without its region, begins with two characters of the text. */
async function ownCalled(tx: OrgTx, actor: Actor, text: string): Promise<readonly Project[]> {
  const called = (name: string) => name.length > 2 && text.includes(companyKey(name).slice(0, 2));
  const mine = (await searchable(tx, '')).filter(
    ({ unitId, name, investor }) =>
      unitId !== null && unitId === actor.unitId && (called(name) || called(investor ?? '')),
  );
  const [only] = mine;
  return only && mine.length === 1 ? resolveProject(tx, { number: only.id }) : [];
}

/** Said of money that came, without a project's name: the signed projects of the own unit, if they are few. */
async function ownSigned(tx: OrgTx, actor: Actor): Promise<readonly Project[]> {
  const mine = (await searchable(tx, '')).filter(({ unitId }) => unitId !== null && unitId === actor.unitId);
  if (mine.length > 12) return [];
  const found = await Promise.all(mine.map(({ id }) => resolveProject(tx, { number: id })));
  return found
    .flat()
    .filter(({ stage }) => ['签约', '落地', '开工', '投产'].includes(stage))
    .slice(0, 3);
}

function aboutProjects(
  projects: readonly Project[],
  said: string,
  { kind, stage }: { readonly kind: string; readonly stage: string | null },
): Guess {
  const rest = said.replace(/[xX#＃]\d{1,9}/g, ' ').trim();
  const lines = projects.flatMap(({ id, name, stage: stands }) => [
    ...(stage !== null && stage !== stands && !['线索', '在谈'].includes(stage)
      ? [{ label: `报 X${id} ${stage}`, line: `阶段 X${id} ${stage} ${rest.replace(stage, ' ')}` }]
      : []),
    ...(LEFT.test(said) ? [{ label: `报 X${id} 流失`, line: `阶段 X${id} 流失 ${rest}` }] : []),
    ...(kind === 'funds' ? [{ label: `记 X${id} 到位`, line: `到位 X${id} ${rest}` }] : []),
    ...(kind === 'problem' && !LEFT.test(said) ? [{ label: `登记为 X${id} 的问题`, line: `问题 X${id} ${rest}` }] : []),
    ...(/来(?:县|我[县市区])?(?:考察|访|看地|对接|洽谈)/.test(said)
      ? [{ label: '记为接待', line: `接待 ${said}` }]
      : []),
    { label: `记为 X${id} ${name} 的进展`.slice(0, 30), line: `进展 X${id} ${rest}` },
  ]);
  return { kind: '进展', lines: lines.slice(0, 5) };
}
