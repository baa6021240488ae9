import { viewFaults } from './slack-view-faults.ts';

type Fields = Readonly<Record<string, unknown>>;

/** A view as Slack keeps it. */
export interface KeptView extends Fields {
  readonly id: string;
  readonly hash: string;
  readonly blocks: readonly Fields[];
  readonly private_metadata: string;
  readonly callback_id: string;
}

/** Slack's views: modals by their ids, each person's home; trigger ids that are good once and for a short time. */
export class SlackViews {
  readonly modals = new Map<string, KeptView>();
  readonly homes = new Map<string, KeptView>();
  private readonly triggers = new Map<string, { readonly until: number; used: boolean }>();
  private count = 0;

  /** A trigger id as an interaction brings it: good for three seconds, unless a test says otherwise. */
  trigger(goodMs = 3000): string {
    this.count += 1;
    const id = `${this.count}.${Date.now()}.trigger`;
    this.triggers.set(id, { until: Date.now() + goodMs, used: false });
    return id;
  }

  /** The modal that was opened last. */
  get latest(): KeptView | undefined {
    return [...this.modals.values()].at(-1);
  }

  /** Slack's answer to a method of views; undefined: it is none. */
  answer(method: string, body: Fields): Fields | undefined {
    if (!method.startsWith('views.')) return undefined;
    const view = (typeof body.view === 'string' ? JSON.parse(body.view) : body.view) as Fields;
    const faults = viewFaults(view);
    if (faults.length > 0) return { ok: false, error: 'invalid_arguments', response_metadata: { messages: faults } };
    if (method === 'views.publish') return this.publish(String(body.user_id), view, body.hash);
    if (method === 'views.update') return this.update(String(body.view_id), view, body.hash);
    const refused = this.use(String(body.trigger_id));
    return refused ? { ok: false, error: refused } : this.keep(view, `V${this.modals.size + 1}`);
  }

  private use(id: string): string | null {
    const trigger = this.triggers.get(id);
    if (!trigger) return 'invalid_trigger_id';
    if (trigger.used) return 'exchanged_trigger_id';
    if (Date.now() > trigger.until) return 'expired_trigger_id';
    trigger.used = true;
    return null;
  }

  private keep(view: Fields, id: string): Fields {
    const kept = this.made(view, id);
    this.modals.delete(id);
    this.modals.set(id, kept);
    return { ok: true, view: kept };
  }

  private made(view: Fields, id: string): KeptView {
    this.count += 1;
    return {
      private_metadata: '',
      callback_id: '',
      ...view,
      blocks: view.blocks as readonly Fields[],
      id,
      hash: `${this.count}.hash`,
    };
  }

  private update(id: string, view: Fields, hash: unknown): Fields {
    const before = this.modals.get(id);
    if (!before) return { ok: false, error: 'not_found' };
    if (hash !== undefined && hash !== before.hash) return { ok: false, error: 'hash_conflict' };
    return this.keep(view, id);
  }

  private publish(user: string, view: Fields, hash: unknown): Fields {
    const before = this.homes.get(user);
    if (hash !== undefined && hash !== before?.hash) return { ok: false, error: 'hash_conflict' };
    const kept = this.made(view, `H${user}`);
    this.homes.set(user, kept);
    return { ok: true, view: kept };
  }
}
