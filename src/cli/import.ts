import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { importParts, importTitle } from '../rendering/cards/preview.card.ts';
import { toText } from '../rendering/text.ts';
import { planImport, readTable, writeRows } from '../services/import.service.ts';
import { inOrg } from '../services/transaction.ts';
import { noteDone } from './audit.ts';
import { type CliCommand, printJson, UsageError } from './define.ts';
import { operatorIn } from './operator.ts';
import { readInstant, readOptions } from './options.ts';
import { orgOf, withApp } from './with-app.ts';

/** `xiaozhao import FILE`: the same reading, preview and row errors as 导入 in chat; writes all rows or none. */
export const importCommand: CliCommand = {
  usage: 'xiaozhao import 文件.xlsx [--yes] [--org 地区] [--as 姓名] [--at 时间] [--json]',
  help: [
    '导入花名册、项目台账、资金台账、目标任务、产业链、资源、政策、载体（.xlsx）：打印预览；加 --yes 才写入，有一行不能导入就一行也不写。',
    '',
    '表头决定是哪一种表；“导入 模板”（聊天）给出空表，export 导出的表改完可以原样导回，按编号对上。',
    '退出码：0 可以导入（或已写入），1 有行不能导入或文件不对，2 用法有误。',
  ].join('\n'),
  async run(args, context) {
    const options = readOptions(args, { values: ['org', 'as', 'at'], flags: ['yes', 'json'] });
    const [path] = options.words;
    if (path === undefined) throw new UsageError('缺文件名');
    const at = options.value('at');
    const bytes = await readFile(path).catch(() => {
      throw new UsageError(`读不到文件 ${path}`);
    });
    return withApp(context, async (app) => {
      const org = await orgOf(app, options.value('org'));
      const table = await readTable(bytes);
      const now = at ? readInstant(at) : new Date();
      return inOrg(app.database.db, org.id, async (tx) => {
        const operator = await operatorIn(tx, org, now, options.value('as'));
        const rows = await planImport(tx, operator, table);
        const refused = rows.filter((row) => row.outcome === 'refused').length;
        const written = options.flag('yes') && refused === 0;
        const title = `${org.name} ${importTitle({ kind: table.kind, rows })}`;
        if (written) {
          await writeRows(tx, operator, rows);
          const note = { now, personId: operator.named, command: '导入', detail: basename(path), reply: title };
          await noteDone(tx, note);
        }
        if (options.flag('json')) {
          const plain = rows.map(({ number, label, outcome, detail }) => ({ row: number, label, outcome, detail }));
          printJson({ kind: table.kind, written, rows: plain, ignored: table.ignored });
        } else {
          process.stdout.write(`${toText({ title, tone: 'info', parts: importParts({ ...table, rows }, SHOWN) })}\n`);
          process.stdout.write(`${closing(written, refused, options.flag('yes'))}\n`);
        }
        return refused === 0 ? 0 : 1;
      });
    });
  },
};

const SHOWN = { refused: 200, changed: 50, new: 20 } as const;

function closing(written: boolean, refused: number, yes: boolean): string {
  if (written) return '已写入。';
  if (refused > 0) return `有 ${refused} 行不能导入，没有写入任何内容：请改好再导入。`;
  return yes ? '没有写入。' : '还没有写入任何内容：加 --yes 写入，要么全部成功，要么都不写。';
}
