import type { Platform, PlatformFactory } from '../platform.ts';
import { isOn } from './config.ts';
import { type MemoryMessage, NAME } from './limits.ts';
import { receive } from './receive.ts';
import { keep } from './send.ts';

/** A platform that keeps everything in an array: for drills, demonstrations and tests, and the shortest legal example. */
export interface MemoryPlatform extends Platform {
  /** Everything sent so far, oldest first. */
  readonly sent: readonly MemoryMessage[];
  /** Says something in a person's name; resolves with the answers. */
  says: ReturnType<typeof receive>;
}

/** The platform itself, whatever the environment says. */
export function memoryPlatform(host: Parameters<PlatformFactory>[1]): MemoryPlatform {
  const sent: MemoryMessage[] = [];
  return {
    name: NAME,
    sent,
    says: receive(host),
    start: async () => {},
    stop: async () => {},
    send: (message) => keep(sent, message),
    sendsOnce: () => true,
  };
}

const memory: PlatformFactory = (environment, host) => (isOn(environment) ? memoryPlatform(host) : null);

export default memory;
