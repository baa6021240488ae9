import { listChats, setWebhook } from '../services/chat.service.ts';
import { inOrg } from '../services/transaction.ts';
import { type CliCommand, printJson, UsageError } from './define.ts';
import { readOptions } from './options.ts';
import { orgOf, withApp } from './with-app.ts';

/** `xiaozhao chat list` and `xiaozhao chat webhook NUMBER URL`: where posts go. */
export const chatCommand: CliCommand = {
  usage: 'xiaozhao chat list | xiaozhao chat webhook 群编号 推送地址 [--org 地区]',
  help: '列出工作群；给企业微信群填“消息推送”的 Webhook 地址，定时推送就发到那个群。',
  async run(args, context) {
    const options = readOptions(args, { values: ['org'] });
    const [verb, id, url] = options.words;
    return withApp(context, async (app) => {
      const org = await orgOf(app, options.value('org'));
      return inOrg(app.database.db, org.id, async (tx) => {
        if (verb === 'list') for (const chat of await listChats(tx)) printJson(chat);
        else if (verb === 'webhook' && id && url && URL.canParse(url))
          return (await setWebhook(tx, Number(id), url)) ? 0 : 1;
        else throw new UsageError('缺 list，或 webhook 群编号 推送地址');
        return 0;
      });
    });
  },
};
