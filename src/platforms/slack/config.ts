import { ConfigError, keySet } from '../../config/config.ts';

/** Slack's part of the environment. */
export interface SlackConfig {
  /** For requests over HTTP, the new one first while it is being changed; none when only the socket is used. */
  readonly signingSecrets: readonly string[];
  readonly botToken: string;
  /** For Socket Mode; null: requests come over HTTP. */
  readonly appToken: string | null;
  /** API base with a slash at the end; another one for tests and gateways. */
  readonly apiUrl: string;
}

/** Null when Slack is off; a ConfigError names what is missing of half a set. Slack sends one way only: a socket needs no signing secret. */
export function readSlackConfig(environment: Readonly<Record<string, string | undefined>>): SlackConfig | null {
  const appToken = environment.SLACK_APP_TOKEN || null;
  if (appToken && !appToken.startsWith('xapp-'))
    throw new ConfigError(['SLACK_APP_TOKEN：应是 xapp- 开头的 App-Level Token（权限 connections:write）']);
  const { SLACK_SIGNING_SECRET: secret, SLACK_SIGNING_SECRET_OLD: old } = environment;
  if (old && !secret)
    throw new ConfigError(['SLACK_SIGNING_SECRET_OLD：只在换 Signing Secret 时用，新的写在 SLACK_SIGNING_SECRET']);
  const keys = appToken
    ? keySet(environment, 'Slack（Socket Mode）', ['SLACK_APP_TOKEN', 'SLACK_BOT_TOKEN'])
    : keySet(environment, 'Slack', ['SLACK_SIGNING_SECRET', 'SLACK_BOT_TOKEN']);
  if (!keys) return null;
  const apiUrl = (environment.SLACK_API_URL ?? 'https://slack.com/api/').replace(/\/?$/, '/');
  return {
    signingSecrets: [secret, old].flatMap((one) => one || []),
    botToken: keys.SLACK_BOT_TOKEN,
    appToken,
    apiUrl,
  };
}
