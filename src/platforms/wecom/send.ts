import type { Outgoing } from '../../rendering/outgoing.ts';
import { DeliveryError, groupFailure, type Passed, type Sent, sendParts } from '../platform.ts';
import { byApp } from './by-app.ts';
import { byCallback } from './by-callback.ts';
import { byWebhook } from './by-webhook.ts';
import { bySocket } from './send-socket.ts';
import type { Sender, Step } from './step.ts';
import { SAID_PRIVATELY, SAY_IT_ALONE } from './words.ts';

/** The webhook was removed, the group was dissolved, or the bot was put out of it. */
const GONE = /^errcode (?:93000|93001|93006|93008)\b/;

/** What was found out on the way. */
interface Found {
  webhookGone?: string;
}

/** Sends one message, call by call, from where it was stopped. */
export async function send(sender: Sender, message: Outgoing, passed?: Passed): Promise<Sent> {
  const found: Found = {};
  try {
    return { ...(await sendParts(message, await stepsOf(sender, message, found), passed)), ...found };
  } catch (error) {
    throw groupFailure(error, message, GONE);
  }
}

/**
 * The one place that chooses the channel for a chat: an answer goes the way its message came (long connection,
 * stream or response URL, app); a post into a group by the group's webhook, else by the bot; anything to a person by the self-built app, else
 * by the bot, which also says what the other way refused. What only one person may see never goes into a group.
 */
async function stepsOf(sender: Sender, message: Outgoing, found: Found = {}): Promise<readonly Step[]> {
  const { socket, app } = sender;
  const { answerTo, chat, webhook, reply } = message;
  if (reply.private && chat.kind === 'group') return stepsAlone(sender, message);
  if (socket && answerTo?.req_id) return bySocket({ ...sender, socket }, message);
  const unasked =
    chat.kind === 'group' ? webhook && byWebhook(sender, webhook, message) : app && (await byApp(sender, app, message));
  if (answerTo?.stream || answerTo?.response_url) return byCallback(sender, message, unasked || []);
  const bot = socket && (() => bySocket({ ...sender, socket }, message));
  if (unasked) return bot ? orElse(unasked, bot, found) : unasked;
  if (bot) return bot();
  throw new DeliveryError(
    'refused',
    chat.kind === 'group' ? 'the group has no webhook' : 'the self-built app is not set up',
  );
}

/** The steps; when the first one is refused (the webhook is gone, the app does not see the person), those of another way. */
function orElse(
  [first, ...rest]: readonly Step[],
  other: () => Promise<readonly Step[]>,
  found: Found,
): readonly Step[] {
  if (!first) return [];
  let refused = false;
  const begin: Step = async () => {
    const reference = await refusedAs(undefined, first, ({ message }) => {
      refused = true;
      if (GONE.test(message)) found.webhookGone = message;
    });
    if (refused) for (const step of await other()) await step().catch(neverAgain);
    return reference;
  };
  return [
    begin,
    ...rest.map(
      (step): Step =>
        async () =>
          refused ? undefined : step(),
    ),
  ];
}

/** The first way would be tried again, for the same bytes are shown once there; here they are not. */
function neverAgain(error: unknown): never {
  if (!(error instanceof DeliveryError) || error.kind !== 'unknown') throw error;
  throw new DeliveryError('refused', `${error.message}; it may have arrived`);
}

/** To the person alone, and to the group that it went there; where he cannot be reached alone, how he gets it. */
async function stepsAlone(sender: Sender, message: Outgoing): Promise<readonly Step[]> {
  const { answerTo, personExternalId, ...rest } = message;
  const user = answerTo?.user ?? personExternalId;
  if (!user) throw new DeliveryError('refused', 'nobody to say it to alone');
  const stub =
    (title: string): Step =>
    async () => {
      // The pressed card stays as it is: everybody sees it.
      const handle = answerTo?.task_id === undefined ? answerTo : { ...answerTo, task_id: '' };
      const stubbed = { ...message, id: `${message.id}.stub`, reply: { title }, from: 0 };
      await send(sender, handle ? { ...stubbed, answerTo: handle } : stubbed);
      return undefined;
    };
  const alone = await refusedAs(null, () => stepsOf(sender, { ...rest, chat: { externalId: user, kind: 'direct' } }));
  if (!alone) return [stub(SAY_IT_ALONE)];
  let reached = true;
  const steps = alone.map(
    (step): Step =>
      async () => {
        if (!reached) return undefined;
        return refusedAs(undefined, step, () => {
          reached = false;
        });
      },
  );
  return [...steps, async () => stub(reached ? SAID_PRIVATELY : SAY_IT_ALONE)()];
}

/** The work's result, or another one when it was refused. */
async function refusedAs<Result, Other>(
  other: Other,
  work: () => Promise<Result>,
  told: (error: DeliveryError) => void = () => undefined,
): Promise<Result | Other> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof DeliveryError) || error.kind !== 'refused') throw error;
    told(error);
    return other;
  }
}

/** The app shows the same bytes once, a stream has one end, and a response URL works once; a group's webhook and the bot show all they get. */
export function sendsOnce({ app, socket }: Sender, { answerTo, chat, reply, from = 0 }: Outgoing): boolean {
  if (reply.private && chat.kind === 'group') return false;
  if (socket && answerTo?.req_id) return false;
  if (answerTo?.stream) return from <= 1;
  if (answerTo?.response_url && from === 0) return true;
  return app !== null && chat.kind === 'direct';
}
