import { createHash } from 'node:crypto';
import type { Incoming } from '../../commands/incoming.ts';
import { NAME } from './limits.ts';
import { fromPress, fromShortcut, type PressPayload, type ShortcutPayload } from './parse.ts';
import { placeOf, type ViewPlace } from './view.ts';

/** One filled-in element of a view, as Slack sends it; an empty one is null. */
interface Element {
  readonly value?: string | null;
  readonly selected_date?: string | null;
  readonly selected_option?: { readonly value: string } | null;
  readonly selected_options?: readonly { readonly value: string }[];
}

/** A modal that was sent, or in which somebody looks through a list. */
export interface ViewPayload {
  readonly team?: { readonly id: string } | null;
  readonly user: { readonly id: string; readonly team_id?: string };
  readonly view: {
    readonly id: string;
    readonly private_metadata?: string;
    readonly state?: { readonly values?: Readonly<Record<string, Readonly<Record<string, Element>>>> };
  };
  /** Of a list: the field, and what is typed into it. */
  readonly block_id?: string;
  readonly value?: string;
}

/** A global shortcut. */
export interface GlobalPayload {
  readonly team?: { readonly id: string } | null;
  readonly user: { readonly id: string; readonly team_id?: string };
  readonly action_ts?: string;
}

const teamOf = ({ team, user }: Pick<GlobalPayload, 'team' | 'user'>): string => team?.id ?? user.team_id ?? '';
const hash = (text: string): string => createHash('sha256').update(text).digest('hex').slice(0, 32);
const alone = (user: string): Incoming['chat'] => ({ externalId: user, kind: 'direct' });

/** A button that asks for a form; null where it has no value. */
export function fromFormPress(body: PressPayload): Incoming | null {
  const incoming = fromPress(body);
  return incoming && { ...incoming, asForm: true, answer: 'form' };
}

/** 录为线索 on somebody's message, as a form that the message fills. */
export const fromMessageForm = (body: ShortcutPayload): Incoming => ({
  ...fromShortcut(body),
  asForm: true,
  answer: 'form',
});

/** A global shortcut asks for the form of a command; what comes of it is for the person alone. */
export const fromGlobal = (body: GlobalPayload, line: string): Incoming => ({
  platform: NAME,
  workspace: teamOf(body),
  source: 'shortcut',
  key: hash(`${body.action_ts ?? ''}/${line}/${body.user.id}`),
  chat: alone(body.user.id),
  sender: { externalId: body.user.id },
  text: line,
  asForm: true,
  answer: 'form',
});

/** What was filled in. The same view with the same words again is the same delivery. Null: none of our forms. */
export function fromSubmission(body: ViewPayload): { readonly incoming: Incoming; readonly place: ViewPlace } | null {
  const place = placeOf(body.view.private_metadata);
  if (!place) return null;
  const fields = fieldsOf(body.view.state?.values ?? {});
  return {
    place,
    incoming: {
      platform: NAME,
      workspace: teamOf(body),
      source: 'form',
      key: hash(`${body.view.id}/${body.user.id}/${JSON.stringify(fields)}`),
      chat: place.channel ? { externalId: place.channel, kind: chatKind(place.channel) } : alone(body.user.id),
      sender: { externalId: body.user.id },
      text: '',
      press: place.token,
      fields,
      answer: 'form',
    },
  };
}

const chatKind = (channel: string): 'direct' | 'group' => (/^[DUW]/.test(channel) ? 'direct' : 'group');

/** Every field by its name as one text; an empty one is "". */
function fieldsOf(values: Readonly<Record<string, Readonly<Record<string, Element>>>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(values).map(([name, elements]) => [name, Object.values(elements).map(textOf).join(' ')]),
  );
}

const textOf = ({ value, selected_date: day, selected_option: one, selected_options: many }: Element): string =>
  value ?? day ?? one?.value ?? many?.map((option) => option.value).join(' ') ?? '';
