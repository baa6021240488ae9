import { APP_ROLE, openDatabase } from '../../src/db/database.ts';
import { DeliveryError, type PageHost, type Platform } from '../../src/platforms/platform.ts';
import { clone } from './database.ts';
import { type LineHost, lineHost } from './line-host.ts';
import type { Stage, Trouble } from './platform-contract.ts';

type Start = (make: (host: PageHost) => Platform | null) => Promise<LineHost>;

/** A stage in a database of its own, which closes with it. */
export async function openStage(
  place: { platform: string; workspace: string; user: string; chat: string },
  build: (start: Start) => Promise<Omit<Stage, 'close'> & { close?: () => Promise<void> }>,
): Promise<Stage> {
  const database = openDatabase({ url: await clone(), role: APP_ROLE, maxConnections: 8 });
  const stage = await build((make) => lineHost({ ...place, own: database.db }, make));
  return {
    ...stage,
    close: async () => {
      await stage.line.close();
      await stage.close?.();
      await database.close();
    },
  };
}

/** Trouble for platforms without a wire: their `send` fails as a wire would. */
export function troubled(): Pick<Stage, 'trouble' | 'down' | 'up'> & { platform(inner: Platform): Platform } {
  let next: { how: Trouble; after: number } | null = null;
  let isDown = false;
  const send =
    (inner: Platform): Platform['send'] =>
    async (message, passed) => {
      if (isDown) throw new DeliveryError('unreachable', 'down');
      if (!next || next.after-- > 0) return inner.send(message, passed);
      const { how } = next;
      next = null;
      if (how === 'limited') throw new DeliveryError('limited', 'slow down', 1000);
      if (how === 'lost') await inner.send(message, passed);
      throw new DeliveryError('unknown', how);
    };
  return {
    platform: (inner) => ({ ...inner, send: send(inner) }),
    trouble: (how, after = 0) => {
      next = { how, after };
    },
    down: async () => {
      isDown = true;
    },
    up: async () => {
      isDown = false;
    },
  };
}
