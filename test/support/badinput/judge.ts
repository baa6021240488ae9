import type { Reply, SealedReply } from '../../../src/rendering/reply.ts';
import { toText } from '../../../src/rendering/text.ts';
import { type BadInputCase, type Expectation, listOf } from './case.ts';
import type { Happened } from './happened.ts';
import { storedProblems } from './stored.ts';

/** What a reply is: done, a question, a plain no, or a no for want of permission. */
export type Kind = 'ok' | 'ask' | 'refused' | 'denied' | 'fault';

/** Everything that is not as the case says it must be; empty when all is well. */
export function judge(
  one: BadInputCase,
  happened: Happened,
  vars: Readonly<Record<string, string>>,
): readonly string[] {
  const { expect } = one;
  return [
    ...outcomeProblems(expect, happened),
    ...writeProblems(expect, happened),
    ...storedProblems(expect, happened),
    ...replyProblems(expect, happened, vars),
    ...limitProblems(expect, happened),
  ];
}

/** The plain text of every reply. */
export const words = ({ sent }: Happened): string =>
  sent.flatMap(({ replies }) => replies.map((reply) => toText(reply as SealedReply))).join('\n\n');

/** What each reply of a case was, in order. */
function kindsOf({ sent, audits }: Happened): readonly Kind[] {
  return sent.flatMap(({ replies }) => replies.map((reply) => kindOf(reply, audits)));
}

function kindOf(reply: Reply | SealedReply, audits: Happened['audits']): Kind {
  if (reply.title.startsWith('系统出错')) return 'fault';
  const audit = audits.find((line) => line.reply === reply.title);
  if (audit?.outcome === 'denied') return 'denied';
  if (reply.tone === 'refused') return 'refused';
  const asks = reply.tone === 'ask' || (reply.tone === 'warn' && (reply.buttons?.length ?? 0) > 0);
  return asks ? 'ask' : 'ok';
}

function outcomeProblems(expect: Expectation, happened: Happened): readonly string[] {
  const wanted = listOf(expect.outcome);
  return wanted.some((outcome) => came(outcome, expect, happened))
    ? []
    : [
        `outcome: wanted ${wanted.join(' or ')}, got ${kindsOf(happened).join(',')} ${statuses(happened).join(',')}: ${words(happened).slice(0, 300)}`,
      ];
}

const statuses = ({ sent }: Happened): readonly (number | 'closed')[] =>
  sent.flatMap(({ status }) => (status === undefined ? [] : [status]));

function came(outcome: string, expect: Expectation, happened: Happened): boolean {
  const kinds = kindsOf(happened);
  const codes = statuses(happened);
  if (outcome.startsWith('http:')) return codes.length > 0 && codes.every((code) => String(code) === outcome.slice(5));
  if (outcome === 'closed') return codes.includes('closed');
  if (outcome === 'one-of') return codes.filter((code) => code !== 'closed' && code < 400).length === 1;
  if (kinds.includes('fault')) return false;
  if (outcome === 'ignored') return kinds.length === 0 && happened.answers.length === 0;
  if (outcome === 'idempotent') return kinds.length > 0 && kinds.every((kind) => kind === 'ok');
  if (outcome === 'partial') return isPartial(expect, happened, kinds);
  if (outcome === 'preview-ok') return kinds[0] === 'ask' && /新增 [1-9]|变化 [1-9]/.test(words(happened));
  if (outcome === 'row-refused') return /第 \d+ 行/.test(words(happened)) && /不能导入 [1-9]/.test(words(happened));
  if (outcome === 'file-refused') return kinds[0] === 'refused' && words(happened).includes('没有导入');
  return kinds.length > 0 && kinds.every((kind) => kind === outcome);
}

function isPartial(expect: Expectation, { changed }: Happened, kinds: readonly Kind[]): boolean {
  if (expect.lines) return JSON.stringify(kinds) === JSON.stringify(expect.lines);
  return kinds.length > 1 && changed.length > 0;
}

function writeProblems(expect: Expectation, happened: Happened): readonly string[] {
  const wanted = listOf<number>(expect.writes ?? expect.effects);
  if (wanted.length === 0) return [];
  const acts = actsOf(expect, happened);
  const problems = wanted.includes(acts) ? [] : [`writes: wanted ${wanted.join(' or ')}, got ${acts}`];
  if (acts === 0 && happened.changed.length > 0)
    problems.push(`changed without a write: ${JSON.stringify(happened.changed).slice(0, 400)}`);
  return problems;
}

/** How often something was done: lines that changed records, or answers that are not a no (for `effects`). */
function actsOf({ writes }: Expectation, { audits, answers, changed }: Happened): number {
  const lines = audits.filter(({ outcome, changes }) => outcome === 'done' && changes.length > 0);
  if (writes === undefined && answers.length > 0) return answers.filter((answer) => answer.tone !== 'refused').length;
  const imported = lines.some(({ command }) => command === '导入');
  if (!imported) return lines.length;
  return changed.filter(({ table }) => ['projects', 'people', 'targets', 'units'].includes(table)).length;
}

function replyProblems(
  expect: Expectation,
  happened: Happened,
  vars: Readonly<Record<string, string>>,
): readonly string[] {
  const problems: string[] = [];
  const text = `${words(happened)}\n${happened.answers.map((answer) => toText(answer as unknown as SealedReply)).join('\n')}`;
  const sent = happened.delivered.join('\n');
  for (const [key, value] of Object.entries(expect.reply ?? {})) {
    const seen = /^(?:slack|wecom)_/.test(key) ? sent : text;
    for (const piece of listOf(value)) {
      if (key.endsWith('hasnot') ? seen.includes(piece) : !seen.includes(piece))
        problems.push(`reply.${key}: ${piece}`);
    }
  }
  if (expect.dup_of && !(text.includes(vars[expect.dup_of] ?? '?') && /重复|相同|相近/.test(text)))
    problems.push(`dup_of ${expect.dup_of} is not named`);
  if (expect.max_results !== undefined && new Set(text.match(/X\d+/g)).size > expect.max_results)
    problems.push('too many results');
  if (expect.winners !== undefined && kindsOf(happened).length > 1) {
    const won = happened.sent.flatMap(({ replies }) => replies).filter(({ tone }) => tone === 'ok').length;
    if (won !== expect.winners) problems.push(`winners: ${won}`);
  }
  if (expect.mentions !== undefined) problems.push(...mentionProblems(expect.mentions, happened));
  return problems;
}

function mentionProblems(wanted: Expectation['mentions'], { sent, answers }: Happened): readonly string[] {
  const replies: readonly { readonly mentions?: readonly { readonly name: string }[] }[] = [
    ...sent.flatMap((one) => one.replies),
    ...answers,
  ];
  const mentioned = replies.flatMap((reply) => reply.mentions ?? []);
  const most = Array.isArray(wanted) ? wanted.length : Number(wanted ?? 0);
  return mentioned.length > most ? [`mentions ${mentioned.map(({ name }) => name).join('、')}`] : [];
}

function limitProblems(expect: Expectation, happened: Happened): readonly string[] {
  const slowest = Math.max(0, ...happened.sent.map(({ ms }) => ms));
  const limits: readonly (readonly [string, number | undefined, number])[] = [
    ['max_ms', expect.max_ms, slowest],
    ['ack_ms', expect.ack_ms, slowest],
    ['max_lag_ms', expect.max_lag_ms, happened.lagMs],
    ['max_rss_mb', expect.max_rss_mb, happened.rssMb],
  ];
  const over = limits.filter(([, limit, value]) => limit !== undefined && value > limit);
  const leaks = listOf(expect.outbound_denied).filter((place) => happened.outbound.some((url) => url.includes(place)));
  return [
    ...over.map(([name, limit, value]) => `${name}: ${Math.round(value)} > ${limit}`),
    ...leaks.map((place) => `a request left for ${place}`),
  ];
}
