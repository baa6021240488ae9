import { insertOrg, listOrgs } from '../services/org.service.ts';
import { type CliCommand, printJson, UsageError } from './define.ts';
import { readOptions } from './options.ts';
import { withApp } from './with-app.ts';

/** `xiaozhao org create NAME` and `xiaozhao org list`. */
export const orgCommand: CliCommand = {
  usage: 'xiaozhao org create 名称 | xiaozhao org list',
  help: '建立或列出地区（每个地区一套数据，互相看不见）。',
  async run(args, context) {
    const [verb, name] = readOptions(args, {}).words;
    return withApp(context, async ({ database: { db } }) => {
      if (verb === 'create' && name) printJson({ id: await insertOrg(db, { name }), name });
      else if (verb === 'list')
        for (const org of await listOrgs(db)) printJson({ id: org.id, name: org.name, sample: org.sample });
      else throw new UsageError('缺 create 名称 或 list');
      return 0;
    });
  },
};
