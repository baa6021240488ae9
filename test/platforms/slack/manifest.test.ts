import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, test } from 'vitest';
import { GLOBAL_SHORTCUTS, MESSAGE_SHORTCUT } from '../../../src/platforms/slack/callbacks.ts';
import { COMMANDS, EVENTS } from '../../../src/platforms/slack/receive.ts';
import { SCOPES } from '../../../src/platforms/slack/scopes.ts';

const root = resolve(import.meta.dirname, '../../..');
const folder = join(root, 'src/platforms/slack');
const readme = readFileSync(join(root, 'README.md'), 'utf8');
const source = readdirSync(folder)
  .filter((file) => file.endsWith('.ts'))
  .map((file) => readFileSync(join(folder, file), 'utf8'))
  .join('\n');

interface Manifest {
  readonly display_information: Readonly<Record<string, string>>;
  readonly features: {
    readonly app_home: Readonly<Record<string, boolean>>;
    readonly bot_user: { readonly display_name: string };
    readonly shortcuts: readonly Readonly<Record<'name' | 'type' | 'callback_id' | 'description', string>>[];
    readonly slash_commands: readonly {
      readonly command: string;
      readonly url?: string;
      readonly should_escape: boolean;
    }[];
  };
  readonly oauth_config: { readonly scopes: { readonly bot: readonly string[] } };
  readonly settings: {
    readonly event_subscriptions: { readonly request_url?: string; readonly bot_events: readonly string[] };
    readonly interactivity: { readonly is_enabled: boolean; readonly message_menu_options_url?: string };
    readonly socket_mode_enabled: boolean;
  };
}
const read = (name: string) => JSON.parse(readFileSync(join(folder, `manifest.${name}.json`), 'utf8')) as Manifest;
const [http, socket] = [read('http'), read('socket')];

/** What each method that we call asks for (docs.slack.dev, reference of methods); an empty list: nothing. */
const METHODS: Readonly<Record<string, readonly string[]>> = {
  'auth.test': [],
  'apps.connections.open': [],
  'views.open': [],
  'views.update': [],
  'views.publish': [],
  'chat.postMessage': ['chat:write'],
  'chat.postEphemeral': ['chat:write'],
  'chat.update': ['chat:write'],
  'conversations.open': ['im:write'],
  'conversations.history': ['channels:history', 'groups:history', 'im:history'],
  'files.getUploadURLExternal': ['files:write'],
  'files.completeUploadExternal': ['files:write'],
};
/** What commands, events and the download of a file ask for. */
const OTHERS = ['commands', 'app_mentions:read', 'im:history', 'files:read'];

test('the two manifests are the same but for how Slack reaches us', () => {
  const plain = (manifest: Manifest) =>
    JSON.stringify(manifest, (key, value: unknown) =>
      ['url', 'request_url', 'message_menu_options_url', 'socket_mode_enabled'].includes(key) ? undefined : value,
    );
  expect(plain(http)).toBe(plain(socket));
  expect([http, socket].map(({ settings }) => settings.socket_mode_enabled)).toEqual([false, true]);
  expect(JSON.stringify(socket)).not.toContain('https://');
  const url = 'https://xiaozhao.example.com/slack/events';
  expect(http.settings.event_subscriptions.request_url).toBe(url);
  expect(http.settings.interactivity.message_menu_options_url).toBe(url);
  expect(http.features.slash_commands.map((command) => command.url)).toEqual([url, url]);
});

test('commands, events and shortcuts are those that are listened to', () => {
  const { slash_commands: commands, shortcuts } = http.features;
  expect(commands.map(({ command }) => command)).toEqual(COMMANDS);
  expect(commands.every((command) => command.should_escape)).toBe(true);
  expect([...http.settings.event_subscriptions.bot_events].sort()).toEqual([...EVENTS].sort());
  const named = (type: string) =>
    shortcuts.filter((shortcut) => shortcut.type === type).map(({ callback_id: id }) => id);
  expect(named('message')).toEqual([MESSAGE_SHORTCUT]);
  expect(named('global')).toEqual(Object.keys(GLOBAL_SHORTCUTS));
  for (const event of EVENTS) expect(source).toContain(`'${event.replace(/\.im$/, '')}'`);
});

test('every scope is asked for by something we do, and everything we do has its scope', () => {
  const methods = [...source.matchAll(/'((?:[a-z]+\.){1,2}[a-zA-Z]+)'/g)]
    .map((match) => match[1] ?? '')
    .filter((name) => /^(?:auth|apps|chat|views|conversations|files|users|reactions)\./.test(name));
  expect([...new Set(methods)].sort()).toEqual(Object.keys(METHODS).sort());
  const needed = [...Object.values(METHODS).flat(), ...OTHERS];
  expect([...new Set(needed)].sort()).toEqual(Object.keys(SCOPES).sort());
  expect(http.oauth_config.scopes.bot).toEqual(Object.keys(SCOPES));
});

test('the README says what each scope is for, and leads to both manifests', () => {
  for (const [scope, { why, optional }] of Object.entries(SCOPES))
    expect(readme).toContain(`| \`${scope}\` | ${why}${optional ? '（可以不要）' : ''} |`);
  for (const { name } of http.features.shortcuts) expect(readme).toContain(name);
  for (const name of ['http', 'socket']) expect(readme).toContain(`(src/platforms/slack/manifest.${name}.json)`);
});

test("it is within Slack's limits", () => {
  const { name = '', description = '', long_description: long = '' } = http.display_information;
  expect(name.length).toBeLessThanOrEqual(35);
  expect(description.length).toBeLessThanOrEqual(140);
  expect(long.length).toBeGreaterThanOrEqual(175);
  expect(long.length).toBeLessThanOrEqual(4000);
  expect(http.features.bot_user.display_name).toMatch(/^[a-z0-9._-]{1,80}$/);
  expect(http.features.app_home).toEqual({
    home_tab_enabled: true,
    messages_tab_enabled: true,
    messages_tab_read_only_enabled: false,
  });
  expect(http.features.shortcuts.length).toBeLessThanOrEqual(10);
  for (const shortcut of http.features.shortcuts) {
    expect(shortcut.name.length).toBeLessThanOrEqual(24);
    expect(shortcut.description.length).toBeLessThanOrEqual(150);
  }
});
