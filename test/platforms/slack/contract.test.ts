import slack from '../../../src/platforms/slack/index.ts';
import { openStage } from '../../support/contract-stage.ts';
import { type SlackCall, signed, slackEmulator } from '../../support/emulators/slack.ts';
import { platformContract, type Shown } from '../../support/platform-contract.ts';

const SECRET = 'example-signing-secret';
const PLACE = { platform: 'slack', workspace: 'T0CONTRACT', user: 'U0ZHANG', chat: 'C0WORK' };
const TALK = 'C0TALK';

type Blocks = readonly Readonly<Record<string, unknown>>[];

/** Every text object and raw cell of some blocks, with whether Slack parses it. */
function wordsOf(node: unknown): readonly { readonly text: string; readonly parsed: boolean }[] {
  if (Array.isArray(node)) return node.flatMap(wordsOf);
  if (typeof node !== 'object' || node === null) return [];
  const { type, text } = node as { type?: string; text?: unknown };
  if (typeof text === 'string') return [{ text, parsed: type === 'mrkdwn' }];
  return Object.values(node).flatMap(wordsOf);
}

/** What Slack would bring to life in a parsed text. */
const ALIVE = /<[!@#][^>]*>|<https?:[^>]*>|(?:^|\s)[*_~`][^*_~`]+[*_~`](?:\s|$)/g;

function shownOf({ body }: SlackCall): Shown {
  const blocks = (body.blocks ?? []) as Blocks;
  const words = wordsOf(blocks.filter(({ type }) => type !== 'actions'));
  const beside = String(body.text ?? '');
  return {
    text: words.map(({ text }) => text).join('\n'),
    buttons: blocks
      .flatMap((block) =>
        block.type === 'actions' ? (block.elements as readonly { text: { text: string }; value: string }[]) : [],
      )
      .map(({ text, value }) => ({ label: text.text, token: value })),
    files: ((body.files ?? []) as readonly { title: string }[]).map(({ title }) => title),
    alive: [
      ...words.filter(({ parsed }) => parsed).flatMap(({ text }) => text.match(ALIVE) ?? []),
      ...(beside.match(/<[^>]*>/g) ?? []),
      ...(body.mrkdwn === false || body.blocks === undefined ? [] : [`parsed: ${beside}`]),
    ],
  };
}

platformContract('slack', { settlesDoubt: true }, () =>
  openStage(PLACE, async (start) => {
    const emulator = await slackEmulator('xoxb-test');
    const environment = { SLACK_SIGNING_SECRET: SECRET, SLACK_BOT_TOKEN: 'xoxb-test', SLACK_API_URL: emulator.apiUrl };
    const line = await start((host) => slack(environment, host));
    const send = async (body: string, type: string) => {
      const { status } = await fetch(`${line.url}/slack/events`, signed(SECRET, body, type));
      if (status !== 200) throw new Error(`status ${status}`);
    };
    const shown = (channel: string) =>
      emulator.calls
        .filter(({ method }) => method === 'chat.postMessage' || method === 'files.completeUploadExternal')
        .filter(({ body }) => (body.channel ?? body.channel_id) === channel)
        .map(shownOf);
    const at = new Map<string, string>();
    const stamp = (key: string) => {
      if (!at.has(key)) at.set(key, `1781056800.${String(at.size).padStart(6, '0')}`);
      return at.get(key) ?? '';
    };
    return {
      line,
      says: (text, key) => {
        const escaped = text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
        const event = {
          type: 'app_mention',
          user: PLACE.user,
          text: `<@U0BOT> ${escaped}`,
          ts: stamp(key),
          channel: TALK,
        };
        return send(
          JSON.stringify({ type: 'event_callback', team_id: PLACE.workspace, event_id: `Ev${key}`, event }),
          'application/json',
        );
      },
      presses: ({ token }, key) => {
        const payload = {
          type: 'block_actions',
          user: { id: PLACE.user, team_id: PLACE.workspace },
          team: { id: PLACE.workspace },
          channel: { id: TALK },
          actions: [{ action_id: 'b0', type: 'button', value: token, action_ts: stamp(key) }],
        };
        return send(
          new URLSearchParams({ payload: JSON.stringify(payload) }).toString(),
          'application/x-www-form-urlencoded',
        );
      },
      answers: async () => shown(TALK),
      posts: async () => shown(PLACE.chat),
      trouble: (how, after = 0) => {
        if (after === 0) emulator.fail('chat.postMessage', how);
        else emulator.fail('files.completeUploadExternal', how, after - 1);
      },
      down: emulator.down,
      up: emulator.up,
      close: emulator.close,
    };
  }),
);
