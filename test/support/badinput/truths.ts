import { toText } from '../../../src/rendering/text.ts';
import { type BadInputCase, spelled } from './case.ts';
import type { Happened } from './happened.ts';
import { words } from './judge.ts';
import type { World } from './world.ts';

/** Looks of a stack, of SQL, of a path or of a secret: never in anything people or logs see. */
const INSIDE =
  /\n\s+at .+:\d+:\d+|node:internal|PostgresError|syntax error at|violates .* constraint|\bselect .+ from |insert into |\/src\/|\/home\/|\/tmp\/|node_modules|example-signing-secret|xoxb-|a secret of the tests/i;
/** Eleven digits inside an identifier are no telephone. */
const MOBILE = /(?<![\da-f.-])1[3-9]\d{9}(?![\da-f-])/;

/** What is true of every case, whatever it says: problems, or nothing. */
export async function untruths(world: World, one: BadInputCase, happened: Happened): Promise<readonly string[]> {
  const problems: string[] = [];
  const said = `${words(happened)}\n${happened.answers.map((reply) => toText(reply as never)).join('\n')}`;
  const bodies = happened.sent.map(({ body = '' }) => body).join('\n');
  if (INSIDE.test(said) || INSIDE.test(bodies.slice(0, 100_000)))
    problems.push(`insides are shown: ${INSIDE.exec(`${said}${bodies}`)?.[0]}`);
  if (/系统出错|系统出错了/.test(`${said}${bodies}`) || happened.audits.some(({ outcome }) => outcome === 'fault'))
    problems.push(`a fault of ours: ${happened.logged.slice(0, 1500)}`);
  for (const { status } of happened.sent)
    if (typeof status === 'number' && status >= 500) problems.push(`status ${status}`);
  if (MOBILE.test(happened.logged)) problems.push(`a mobile in the log: ${MOBILE.exec(happened.logged)?.[0]}`);
  const body = spelled(one.input.text).slice(0, 40);
  if (body.length >= 8 && happened.logged.includes(body)) problems.push('the message stands in the log');
  if (Object.keys(Object.prototype).length > 0 || 'polluted' in {}) problems.push('a prototype was polluted');
  const foreign = happened.changed.filter(
    ({ before, after }) => Number((after ?? before)?.org_id) === world.foreignOrgId,
  );
  if (foreign.length > 0 && !one.tags.includes('foreign-acts')) problems.push('the other org changed');
  problems.push(...(await stillAnswers(world)));
  return problems;
}

/** The next ordinary command is answered within a second. */
async function stillAnswers(world: World): Promise<readonly string[]> {
  const start = performance.now();
  const [reply] = await world.say('p.wang', '我的', { chat: 'dm' });
  const ms = performance.now() - start;
  if (!reply || reply.tone === 'refused') return [`the next command: ${reply?.title}`];
  return ms > 1000 ? [`the next command took ${Math.round(ms)} ms`] : [];
}
