import { readArchive } from '../../../src/reading/archive.ts';
import { readFile } from '../../../src/services/file.service.ts';
import type { Happened } from './happened.ts';
import type { World } from './world.ts';

/** Writes what a draft or preview holds, exports the register, and looks for cells that a spreadsheet would run. */
export async function exportProblems(world: World, { sent }: Happened): Promise<readonly string[]> {
  const buttons = sent.flatMap(({ replies }) => replies.flatMap((reply) => reply.buttons ?? []));
  const token = buttons.find(({ label }) => label === '确认')?.token;
  if (token !== undefined) for (const who of ['p.zhang', 'p.qian']) await world.say(who, '', { press: token });
  const [reply] = await world.say('p.qian', '台账 导出');
  const file = reply?.parts?.find((part) => part.type === 'file');
  if (file?.type !== 'file') return [`export: ${reply?.title}`];
  const stored = await world.inOrg(world.orgId, (tx) => readFile(tx, file.file.id));
  if (!stored) return ['export: no file'];
  const parts = await readArchive(Buffer.from(stored.bytes), (name) => name.endsWith('.xml'), {
    entries: 100,
    unpacked: 1e8,
  });
  const sheets = [...parts].filter(([name]) => name.startsWith('xl/worksheets/')).map(([, bytes]) => bytes.toString());
  const runs = sheets.some((xml) => /<f[\s>]/.test(xml) || /<c\s[^>]*\st="(?!(?:s|inlineStr|n|b)")/.test(xml));
  return runs ? ['export: a cell is a formula'] : [];
}
