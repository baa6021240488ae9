import type { App } from '../app.ts';
import { type OpenOptions, openApp } from '../main.ts';
import { listOrgs, type Org } from '../services/org.service.ts';
import { createSampleOrg } from '../services/sample/sample.service.ts';
import type { CliContext } from './define.ts';
import { UsageError } from './define.ts';

/** Opens the program (with the sample org on first run), does the work, closes it again. */
export async function withApp<Result>(
  { config, environment }: CliContext,
  work: (app: App) => Promise<Result>,
  options: OpenOptions = {},
): Promise<Result> {
  const app = await openApp({ ...config(), ...(environment.LOG_LEVEL ? {} : { logLevel: 'warn' }) }, options);
  try {
    if ((await listOrgs(app.database.db)).length === 0) await createSampleOrg(app.database.db, app.host.now());
    return await work(app);
  } finally {
    await app.close();
  }
}

/** The org of a name or number; the first real one (or the sample) when none is named. */
export async function orgOf(app: App, name: string | undefined): Promise<Org> {
  const orgs = await listOrgs(app.database.db);
  const found =
    name === undefined
      ? (orgs.find((org) => !org.sample) ?? orgs[0])
      : orgs.find((org) => org.name === name || String(org.id) === name);
  if (!found) throw new UsageError(`没有叫“${name ?? ''}”的地区`);
  return found;
}
