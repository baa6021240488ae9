import { chmodSync, mkdtempSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { startEmbedded } from '../../src/db/embedded/server.ts';

/** The embedded PostgreSQL as the product starts it: every commit reaches the disk. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const folder = mkdtempSync(join(tmpdir(), 'xiaozhao-bench-'));
  chmodSync(folder, 0o711);
  const server = await startEmbedded(join(folder, 'data'));
  project.provide('serverUrl', server.url);
  return async () => {
    await server.release();
    await rm(folder, { recursive: true, force: true });
  };
}
