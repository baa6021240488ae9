import type { KeptView } from './slack-views.ts';

type Fields = Readonly<Record<string, unknown>>;

/** A person at Slack: what Slack sends when they fill in a view, look through a list, use a shortcut, press, open the home tab. */
export interface SlackUser {
  readonly id: string;
  readonly team: string;
}

const FORM = 'application/x-www-form-urlencoded';

/** An interaction's body with its content type. */
export const interaction = (payload: Fields): readonly [body: string, type: string] => [
  new URLSearchParams({ payload: JSON.stringify(payload) }).toString(),
  FORM,
];

const whose = ({ id, team }: SlackUser) => ({ user: { id, team_id: team }, team: { id: team } });

/** Every field of a view with what stands in it, and these in their place: an empty one is null, as Slack has it. */
export function stateOf(view: KeptView, filled: Readonly<Record<string, string | readonly string[] | null>>): Fields {
  const values: Record<string, Fields> = {};
  for (const block of view.blocks) {
    if (block.type !== 'input') continue;
    const element = block.element as Fields;
    const name = String(block.block_id);
    values[name] = { [String(element.action_id)]: elementOf(element, name in filled ? filled[name] : undefined) };
  }
  return { values };
}

function elementOf(element: Fields, given: string | readonly string[] | null | undefined): Fields {
  const { type } = element;
  const option = (value: string) => ({ text: { type: 'plain_text', text: value }, value });
  switch (type) {
    case 'datepicker':
      return { type, selected_date: given === undefined ? (element.initial_date ?? null) : given };
    case 'static_select':
    case 'external_select':
      if (given === undefined) return { type, selected_option: element.initial_option ?? null };
      return { type, selected_option: typeof given === 'string' ? option(given) : null };
    case 'multi_external_select':
      if (given === undefined) return { type, selected_options: element.initial_options ?? [] };
      return { type, selected_options: [given ?? []].flat().map(option) };
    default:
      return { type, value: given === undefined ? (element.initial_value ?? null) : given };
  }
}

/** view_submission. */
export const submission = (user: SlackUser, view: KeptView, filled: Parameters<typeof stateOf>[1] = {}) =>
  interaction({ type: 'view_submission', ...whose(user), view: { ...view, state: stateOf(view, filled) } });

/** block_suggestion: words typed into a list of a view. */
export const suggestion = (user: SlackUser, view: KeptView, field: string, value: string) =>
  interaction({ type: 'block_suggestion', ...whose(user), view, block_id: field, action_id: field, value });

/** A slash command typed in a channel, as its form fields. */
export const slash = (
  { id, team }: SlackUser,
  text: string,
  more: Readonly<Record<string, string>>,
): readonly [body: string, type: string] => {
  const fields = { command: '/zs', text, user_id: id, team_id: team, channel_id: 'C0WORK', channel_name: 'work' };
  return [new URLSearchParams({ ...fields, ...more }).toString(), FORM];
};

/** A global shortcut. */
export const globalShortcut = (user: SlackUser, callback: string, trigger: string, at: string) =>
  interaction({ type: 'shortcut', ...whose(user), callback_id: callback, trigger_id: trigger, action_ts: at });

/** A shortcut on a message. */
export const messageShortcut = (
  user: SlackUser,
  callback: string,
  { text, ts, channel, trigger }: Readonly<Record<'text' | 'ts' | 'channel' | 'trigger', string>>,
) =>
  interaction({
    type: 'message_action',
    ...whose(user),
    callback_id: callback,
    trigger_id: trigger,
    action_ts: ts,
    message_ts: ts,
    message: { type: 'message', text, ts },
    channel: { id: channel },
  });

/** A pressed button of a message or of a view; `where`: what else the payload has (message, channel, response_url, view). */
export const press = (
  user: SlackUser,
  action: { readonly action_id: string; readonly value: string },
  where: Fields & { readonly trigger_id?: string },
  at: string,
) =>
  interaction({
    type: 'block_actions',
    ...whose(user),
    ...where,
    actions: [{ type: 'button', ...action, action_ts: at }],
  });

/** app_home_opened. */
export const homeOpened = ({ id, team }: SlackUser, at: string): readonly [body: string, type: string] => [
  JSON.stringify({
    type: 'event_callback',
    team_id: team,
    event_id: `EvHome${at}`,
    event: { type: 'app_home_opened', user: id, channel: `D${id}`, tab: 'home', event_ts: at },
  }),
  'application/json',
];
