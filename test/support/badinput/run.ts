import type { SealedReply } from '../../../src/rendering/reply.ts';
import { toText } from '../../../src/rendering/text.ts';
import { type BadInputCase, fill } from './case.ts';
import type { Channel } from './channels.ts';
import { exportProblems } from './exported.ts';
import { type Happened, watch } from './happened.ts';
import { importCase } from './imports.ts';
import { judge, words } from './judge.ts';
import { renderedFor } from './rendered.ts';
import { freshLink, sendCase } from './requests.ts';
import { sayCase, setUp } from './said.ts';
import { openSite, type Site } from './site.ts';
import { untruths } from './truths.ts';
import { type World, withWorld } from './world.ts';

/** Acts a case out in a fresh world; gives what is not as it must be, and what must never be. */
export async function runCase(
  one: BadInputCase,
  see: (happened: Happened, shown: string) => void = () => undefined,
  channel?: Channel,
): Promise<readonly string[]> {
  return withWorld(async (lived, clean) => {
    const world = { ...lived };
    if (one.input.setup) await setUp(world, one.input);
    const onHttp = channel !== undefined || ['slack-http', 'wecom-http', 'console'].includes(one.surface);
    const site = onHttp ? await openSite(world) : null;
    const talk = site && channel ? await channel(lived, site) : null;
    if (talk) world.say = talk.say;
    try {
      const vars = { ...world.vars, ...site?.vars, ...(await linkFor(world, one)) };
      const filled = one.expect.no_substitution ? one : { ...fill(one, vars), id: one.id };
      const happened = await act(world, site, filled);
      see(happened, words(happened));
      const problems = [
        ...judge(filled, happened, vars),
        ...(await sameProblems(filled, happened, world)),
        ...(one.expect.sessions === undefined ? [] : await sessionProblems(world, one.expect.sessions)),
        ...(one.expect.export_safe ? await exportProblems(world, happened) : []),
        ...(await untruths(world, filled, happened)),
      ];
      if (problems.length === 0 && happened.changed.length === 0 && leavesNothing(one)) clean();
      return problems;
    } finally {
      await talk?.close?.();
      await site?.close();
    }
  });
}

async function act(world: World, site: Site | null, one: BadInputCase): Promise<Happened> {
  if (site && one.surface !== 'command') {
    return watch(world, async () => {
      const sent = await sendCase(world, site, one);
      return { sent, delivered: site.delivered() };
    });
  }
  const watched = await watch(world, () =>
    one.surface === 'command' ? sayCase(world, one.input) : importCase(world, one.input),
  );
  if (site) return { ...watched, delivered: site.delivered() };
  return { ...watched, delivered: watched.sent.flatMap(({ replies }) => replies.flatMap(renderedFor)) };
}

/** Commands without a setup or an export behind them; the other surfaces leave sessions and messages. */
const leavesNothing = ({ surface, input, expect }: BadInputCase): boolean =>
  (surface === 'command' || surface === 'xlsx-import') && !input.setup && !expect.export_safe && !input.same_message_id;

const linkFor = async (world: World, { input }: BadInputCase): Promise<Readonly<Record<string, string>>> =>
  String(input.path).includes('{{login.fresh}}') ? { 'login.fresh': await freshLink(world, 'p.zhang') } : {};

/** The reply must not differ from what another input gets, so that nobody can probe for what exists. */
async function sameProblems(one: BadInputCase, happened: Happened, world: World): Promise<readonly string[]> {
  const { input, expect } = one;
  if (expect.same_as === undefined || one.surface !== 'command') return [];
  const { sent } = await sayCase(world, { as: input.as ?? null, chat: input.chat ?? null, text: expect.same_as });
  const textOf = (replies: readonly SealedReply[]) => replies.map(toText).join('\n');
  const [mine, other] = [happened.sent, sent].map((all) => all.map(({ replies }) => textOf(replies)).join('\n'));
  return mine === other ? [] : [`same_as: “${mine}” is not “${other}”`];
}

async function sessionProblems({ owner }: World, wanted: number): Promise<readonly string[]> {
  const { rows } = await owner.query<{ count: string }>('select count(*) from sessions where ended_at is null');
  return Number(rows[0]?.count) === wanted ? [] : [`sessions: ${rows[0]?.count}`];
}
