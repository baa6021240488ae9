import type { Incoming } from '../../commands/incoming.ts';
import type { SealedReply } from '../../rendering/reply.ts';
import type { Host } from '../platform.ts';
import type { SlackConfig } from './config.ts';
import { openLacking } from './forms.ts';
import type { Homes } from './home.ts';
import type { PressPayload } from './parse.ts';
import { spend, spendAt } from './spent.ts';
import type { ViewPlace } from './view.ts';

/**
 * What is put right on the person's screen once a delivery is done: the button that was used goes, the home tab is
 * published again. None of it is needed for what was done, so it is tried once and its failures are only noted.
 */
export class Afterwards {
  private readonly config: SlackConfig;
  private readonly host: Host;
  private readonly homes: Homes;

  constructor(config: SlackConfig, host: Host, homes: Homes) {
    this.config = config;
    this.host = host;
    this.homes = homes;
  }

  /** After a slash command: where it lacked something, its form. */
  slashed(incoming: Incoming, trigger: string, replies: readonly SealedReply[]): void {
    this.behind(() => openLacking(this.config, this.host, incoming, trigger, replies));
    this.said(incoming);
  }

  /** After words. */
  said(incoming: Incoming): void {
    this.behind(() => this.homes.refresh(incoming));
  }

  /** After a press. */
  pressed(incoming: Incoming, body: PressPayload, [reply]: readonly SealedReply[]): void {
    if (reply?.spent) this.behind(() => spend(this.config, body));
    this.behind(() => this.homes.refresh(incoming));
  }

  /** After a form. */
  filled(incoming: Incoming, { channel, ts, button }: ViewPlace, reply: SealedReply): void {
    if (!reply.spent) return;
    const user = incoming.sender.externalId;
    if (channel && ts && button) this.behind(() => spendAt(this.config, { channel, ts, button, user }));
    this.behind(() => this.homes.refresh(incoming));
  }

  private behind(work: () => Promise<unknown>): void {
    work().catch((error: unknown) => {
      const said = error instanceof Error ? error.message.slice(0, 200) : '';
      this.host.log.warn({ said }, 'slack: the screen was not put right');
    });
  }
}
