import { insertOrg, listOrgs, putBelow } from '../services/org.service.ts';
import { type CliCommand, printJson, UsageError } from './define.ts';
import { readOptions } from './options.ts';
import { withApp } from './with-app.ts';

/** `xiaozhao org create NAME`, `xiaozhao org list` and `xiaozhao org parent CHILD PARENT`. */
export const orgCommand: CliCommand = {
  usage: 'xiaozhao org create 名称 | xiaozhao org list | xiaozhao org parent 县 市（没有市：不再归谁）',
  help: '建立、列出地区，设上下级（每个地区一套数据，互相看不见；上级只看得到下级已发布的月报）。',
  async run(args, context) {
    const [verb, name, above] = readOptions(args, {}).words;
    return withApp(context, async ({ database: { db } }) => {
      if (verb === 'create' && name) printJson({ id: await insertOrg(db, { name }), name });
      else if (verb === 'parent' && name) {
        if (!(await putBelow(db, name, above ?? null))) throw new UsageError('没有这个地区，或上下级成圈');
        printJson({ name, parent: above ?? null });
      } else if (verb === 'list')
        for (const org of await listOrgs(db)) printJson({ id: org.id, name: org.name, sample: org.sample });
      else throw new UsageError('缺 create 名称、parent 县 市 或 list');
      return 0;
    });
  },
};
