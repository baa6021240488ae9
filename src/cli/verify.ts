import { listOrgs } from '../services/org.service.ts';
import { inOrgSnapshot } from '../services/transaction.ts';
import { checkRecords, recompute } from '../services/verify.service.ts';
import { type CliCommand, printJson } from './define.ts';
import { readWords } from './options.ts';
import { withApp } from './with-app.ts';

/** `xiaozhao verify`: recomputes every published report, checks ledgers and files, and says what differs. */
export const verifyCommand: CliCommand = {
  usage: 'xiaozhao verify',
  help: '重算每一份已发布的排行，核对数字和校验码，再查台账、份额和保存的文件；有出入则列出，退出码 1。',
  async run(args, context) {
    readWords(args, 0);
    return withApp(context, async ({ database: { db } }) => {
      let differs = 0;
      for (const org of await listOrgs(db)) {
        for (const result of await inOrgSnapshot(db, org.id, (tx) => recompute(tx, org))) {
          if (!result.ok) differs += 1;
          printJson({ org: org.name, ...result });
        }
        const records = await inOrgSnapshot(db, org.id, checkRecords);
        if (!records.ok) differs += 1;
        printJson({ org: org.name, kind: 'records', ...records });
      }
      return differs === 0 ? 0 : 1;
    });
  },
};
