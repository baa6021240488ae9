import type { Refusal } from '../domain/refusal.ts';
import { note, type Reply, say, text } from '../rendering/reply.ts';
import { activityRefusals } from './refusals/activity.ts';
import { campaignRefusals } from './refusals/campaign.ts';
import { correctionRefusals } from './refusals/correction.ts';
import { evidenceRefusals } from './refusals/evidence.ts';
import { figureRefusals } from './refusals/figures.ts';
import { importRefusals } from './refusals/import.ts';
import { lineRefusals } from './refusals/line.ts';
import { objectionRefusals } from './refusals/objection.ts';
import { offerRefusals } from './refusals/offers.ts';
import { outreachRefusals } from './refusals/outreach.ts';
import { peerRefusals } from './refusals/peers.ts';
import { projectRefusals } from './refusals/project.ts';
import { setupRefusals } from './refusals/setup.ts';
import type { RefusalWords } from './refusals/words.ts';
import { workRefusals } from './refusals/work.ts';
import type { Near } from './suggest.ts';

/** Every refusal's words; a code without words is a fault that the tree test finds. */
export const REFUSALS: RefusalWords = {
  ...activityRefusals,
  ...campaignRefusals,
  ...importRefusals,
  ...offerRefusals,
  ...lineRefusals,
  ...correctionRefusals,
  ...evidenceRefusals,
  ...figureRefusals,
  ...objectionRefusals,
  ...outreachRefusals,
  ...peerRefusals,
  ...projectRefusals,
  ...setupRefusals,
  ...workRefusals,
};

/** A refusal as a reply: what was wrong, what was kept, what to type instead. */
export function refusalReply(refusal: Refusal): Reply {
  const words = REFUSALS[refusal.code];
  const { text: what, hint } = words
    ? words(refusal.data)
    : { text: `不能这样做（${refusal.code}），没有写入任何内容。` };
  const near = (refusal.data.near ?? []) as readonly Near[];
  const errors = errorsOf(refusal, hint ? `${what}${hint}` : what);
  return {
    title: what,
    tone: 'refused',
    ...(hint ? { parts: [note(hint)] } : {}),
    ...(errors ? { errors } : {}),
    buttons: near.map(({ name, line }) => say(name, line)),
  };
}

/** Which fields of a form it is about, with what is said there. */
function errorsOf({ data }: Refusal, words: string): Readonly<Record<string, string>> | null {
  if (typeof data.errors === 'object' && data.errors !== null) return data.errors as Readonly<Record<string, string>>;
  return typeof data.field === 'string' ? { [data.field]: words } : null;
}

/** A fault of ours as a reply: says so, with the short id that finds it in the log. */
export const faultReply = (id: string): Reply => ({
  title: `系统出错，编号 ${id}`,
  tone: 'refused',
  parts: [text('这是我们的问题，这一条没有写入任何内容。请稍后再试，或把编号告诉管理员。')],
});
