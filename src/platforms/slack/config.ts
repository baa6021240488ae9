import { keySet } from '../../config/config.ts';

/** Slack's part of the environment. */
export interface SlackConfig {
  readonly signingSecret: string;
  readonly botToken: string;
  /** API base with a slash at the end; another one for tests and gateways. */
  readonly apiUrl: string;
}

/** Null when Slack is off; a ConfigError names what is missing of half a set. */
export function readSlackConfig(environment: Readonly<Record<string, string | undefined>>): SlackConfig | null {
  const keys = keySet(environment, 'Slack', ['SLACK_SIGNING_SECRET', 'SLACK_BOT_TOKEN']);
  if (!keys) return null;
  const apiUrl = (environment.SLACK_API_URL ?? 'https://slack.com/api/').replace(/\/?$/, '/');
  return { signingSecret: keys.SLACK_SIGNING_SECRET, botToken: keys.SLACK_BOT_TOKEN, apiUrl };
}
