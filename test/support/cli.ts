import { vi } from 'vitest';
import { runCommand } from '../../src/cli/cli.ts';
import { insertRecord } from '../../src/db/change.ts';
import { openDatabase } from '../../src/db/database.ts';
import { insertOrg } from '../../src/db/org.repository.ts';
import { inOrg, type OrgTx } from '../../src/db/org-transaction.ts';
import { clone } from './database.ts';

/** What a call of the command line came to. */
export interface Called {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

/** Calls the command line in this process and catches what it prints. */
export async function call(argv: readonly string[], environment: Readonly<Record<string, string>>): Promise<Called> {
  const said = { out: '', err: '' };
  const keep = (into: keyof typeof said) => (chunk: unknown) => {
    said[into] += String(chunk);
    return true;
  };
  const out = vi.spyOn(process.stdout, 'write').mockImplementation(keep('out'));
  const err = vi.spyOn(process.stderr, 'write').mockImplementation(keep('err'));
  try {
    return { code: await runCommand(argv, environment), ...said };
  } finally {
    out.mockRestore();
    err.mockRestore();
  }
}

/** A county in a database of its own, as its command line sees it: 临洺关镇, 城东街道, 张三 (member), 钱七 (staff), 周九 (admin). */
export interface County {
  readonly url: string;
  readonly environment: Readonly<Record<string, string>>;
  call(...argv: string[]): Promise<Called>;
  inOrg<Result>(work: (tx: OrgTx) => Promise<Result>): Promise<Result>;
  close(): Promise<void>;
}

/** Makes the county; `people: false` leaves the roster empty. */
export async function county(options: { readonly people?: boolean } = {}): Promise<County> {
  const url = await clone();
  const database = openDatabase({ url, role: 'xiaozhao_app', maxConnections: 2 });
  const orgId = await insertOrg(database.db, { name: '试验县' });
  const environment = { DATABASE_URL: url, SECRET_KEY: 'a secret of the tests', LOG_LEVEL: 'silent' };
  const inside = <Result>(work: (tx: OrgTx) => Promise<Result>) => inOrg(database.db, orgId, work);
  if (options.people !== false) await inside(fill);
  return {
    url,
    environment,
    call: (...argv) => call(argv, environment),
    inOrg: inside,
    close: () => database.close(),
  };
}

async function fill(tx: OrgTx): Promise<void> {
  for (const name of ['临洺关镇', '城东街道'])
    await insertRecord(tx, 'units', { name, kind: '乡镇街道', ranking_group: '乡镇组', aliases: [], sort_order: 1 });
  await insertRecord(tx, 'people', { name: '张三', role: 'member', unit_id: 1, mobile: '13800000000' });
  await insertRecord(tx, 'people', { name: '钱七', role: 'staff', unit_id: null, mobile: '13800000004' });
  await insertRecord(tx, 'people', { name: '周九', role: 'admin', unit_id: null, mobile: '13800000009' });
}
