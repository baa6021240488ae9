import type { Incoming } from '../../commands/incoming.ts';
import type { SealedReply } from '../../rendering/reply.ts';
import type { Host } from '../platform.ts';
import { call } from './api.ts';
import { type Block, small } from './blocks.ts';
import type { SlackConfig } from './config.ts';
import { NAME, VIEW_BLOCKS } from './limits.ts';
import { render } from './render.ts';

/** What the home tab shows: a person's page, the same as anyone gets by typing it. */
const LINE = '首页';
/** For so long after it was opened a home tab is kept up with what its person does. */
const WATCHED_MS = 1_800_000;

/** Draws the reply within Slack's limits; what does not fit is named, not cut silently. */
export function homeView(reply: SealedReply, publicUrl: string): Block {
  const blocks = render(reply, publicUrl).messages.flatMap(({ older }) => older);
  const shown =
    blocks.length <= VIEW_BLOCKS
      ? blocks
      : [...blocks.slice(0, VIEW_BLOCKS - 1), ...small(`还有更多，请发“${LINE}”查看。`)];
  return { type: 'home', callback_id: 'home', blocks: uniqueActions(shown) };
}

/** Two messages on one page: their buttons' ids, numbered from 0 in each, must stay apart. */
const uniqueActions = (blocks: readonly Block[]): readonly Block[] =>
  blocks.map((block, at) => (block.type === 'actions' ? { ...block, block_id: `row${at}` } : block));

/** People's home tabs: published when they are opened, and again after what their person did. */
export class Homes {
  private readonly opened = new Map<string, number>();
  private readonly busy = new Map<string, { next: string | null }>();
  private readonly config: SlackConfig;
  private readonly host: Host;

  constructor(config: SlackConfig, host: Host) {
    this.config = config;
    this.host = host;
  }

  /** The person looks at the tab: publishes it. `stamp`: the event's own; a copy of the event publishes nothing. */
  async open(team: string, user: string, stamp: string): Promise<void> {
    const now = this.host.now().getTime();
    for (const [key, at] of this.opened) if (this.isOver(at)) this.opened.delete(key);
    this.opened.set(`${team}/${user}`, now);
    await this.keepUp(team, user, stamp);
  }

  /** The person did something: publishes the tab again if it was opened lately. */
  async refresh({ workspace: team, sender: { externalId: user }, source, key }: Incoming): Promise<void> {
    if (!this.isOver(this.opened.get(`${team}/${user}`) ?? 0)) await this.keepUp(team, user, `${source}/${key}`);
  }

  /** One at a time for a person, so that an older page never comes last; what comes meanwhile: once more at the end. */
  private async keepUp(team: string, user: string, stamp: string): Promise<void> {
    const key = `${team}/${user}`;
    const running = this.busy.get(key);
    if (running) {
      running.next = stamp;
      return;
    }
    const mine: { next: string | null } = { next: null };
    this.busy.set(key, mine);
    try {
      for (let now: string | null = stamp; now !== null; now = mine.next) {
        mine.next = null;
        await this.publish(team, user, now);
      }
    } finally {
      this.busy.delete(key);
    }
  }

  private isOver(at: number): boolean {
    return this.host.now().getTime() - at > WATCHED_MS;
  }

  private async publish(team: string, user: string, stamp: string): Promise<void> {
    const { replies, repeated } = await this.host.dispatch({
      platform: NAME,
      workspace: team,
      source: 'home',
      key: `${user}/${stamp}`,
      chat: { externalId: user, kind: 'direct' },
      sender: { externalId: user },
      text: LINE,
      answer: 'return',
    });
    const [reply] = replies;
    if (!reply || repeated) return;
    await call(this.config, 'views.publish', { user_id: user, view: homeView(reply, this.host.publicUrl) });
  }
}
