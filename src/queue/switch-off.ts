import { settleMessage } from '../db/delivery.repository.ts';
import { lostWebhookCard, restCard } from '../rendering/cards/rest.card.ts';
import { loseWebhook, restAddress } from '../services/rest.service.ts';
import { inOrg, type OrgTx } from '../services/transaction.ts';
import { WEBHOOK } from '../services/webhook.service.ts';
import type { DeliveryDeps, Load } from './carrier.ts';

/** Its address takes nothing any more: nothing is sent there until it is set anew, which staff are told once. */
export async function switchOff(deps: DeliveryDeps, load: Load, error: string): Promise<void> {
  const { claimed } = load;
  deps.log.error({ outbox: claimed.id, platform: claimed.platform, error }, 'address switched off');
  const state = claimed.platform === WEBHOOK ? 'dropped' : 'failed';
  if (!(await settleMessage(deps.db, claimed, deps.owner, { state, error }))) return;
  await note(deps, load, (tx) => restAddress(tx, claimed, error, restCard, new Date()));
}

/** It arrived, but not by its group's webhook, which is gone: that is not tried again, which staff are told once. */
export const forgetWebhook = (deps: DeliveryDeps, load: Load, error: string): Promise<void> =>
  note(deps, load, (tx) => loseWebhook(tx, load.claimed, error, lostWebhookCard, new Date()));

const note = (deps: DeliveryDeps, { claimed }: Load, work: (tx: OrgTx) => Promise<void>): Promise<void> =>
  inOrg(deps.db, claimed.orgId, work).catch((fault: unknown) =>
    deps.log.error({ err: fault, outbox: claimed.id }, 'an address could not be switched off'),
  );
