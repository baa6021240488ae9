import { apiTokens, makeApiToken, revokeTokens } from '../services/session.service.ts';
import { inOrg } from '../services/transaction.ts';
import { noteDone } from './audit.ts';
import { type CliCommand, printJson, UsageError } from './define.ts';
import { readOptions } from './options.ts';
import { orgOf, withApp } from './with-app.ts';

/** `xiaozhao token create NAME`, `token list`, `token revoke NAME`: who may read an org's figures by program. */
export const tokenCommand: CliCommand = {
  usage: 'xiaozhao token create 用途 | token list | token revoke 用途 [--org 地区]',
  help: [
    '只读接口（/api/v1）和智能体接口（/mcp）的令牌：发给大屏、智能体，列出，作废。',
    '',
    '令牌只在建立时显示一次，小招只存它的指纹；它能读这个地区的排行、项目、任务（没有联系人、没有保密项目），不能写。',
  ].join('\n'),
  async run(args, context) {
    const options = readOptions(args, { values: ['org'] });
    const [verb, name] = options.words;
    return withApp(context, async (app) => {
      const { db } = app.database;
      const org = await orgOf(app, options.value('org'));
      const now = new Date();
      const note = (command: string, detail: string) =>
        inOrg(db, org.id, (tx) =>
          noteDone(tx, { now, personId: null, command, detail, reply: `${command} ${detail}` }),
        );
      if (verb === 'list') for (const token of await apiTokens(db, org.id)) printJson(token);
      else if (verb === 'create' && name) {
        const taken = (await apiTokens(db, org.id)).some((token) => token.name === name && token.revokedAt === null);
        if (taken) throw new UsageError(`已有用途叫“${name}”的令牌，请换个名字，或先作废它`);
        printJson({ org: org.name, name, token: await makeApiToken(db, org.id, name) });
        await note('发放令牌', name);
      } else if (verb === 'revoke' && name) {
        const revoked = await revokeTokens(db, org.id, name, now);
        printJson({ org: org.name, name, revoked });
        if (revoked === 0) return 1;
        await note('作废令牌', name);
      } else throw new UsageError('缺 create 用途、list 或 revoke 用途');
      return 0;
    });
  },
};
