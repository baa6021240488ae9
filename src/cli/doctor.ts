import type { App } from '../app.ts';
import { outboxCounts } from '../db/delivery.repository.ts';
import { clockSkew } from '../db/post.repository.ts';
import { dateAt, partsOf } from '../domain/calendar/date.ts';
import { loadPlatforms } from '../platforms/load.ts';
import { listOrgs } from '../services/org.service.ts';
import { listPeople } from '../services/people.service.ts';
import { inOrg } from '../services/transaction.ts';
import type { CliCommand, CliContext } from './define.ts';
import { readWords } from './options.ts';
import { unpublishedYear } from './start.ts';
import { withApp } from './with-app.ts';

interface Check {
  readonly name: string;
  /** False: it does not work until it is mended. */
  readonly ok: boolean;
  /** Works, and will not for ever. */
  readonly warns?: boolean;
  readonly says: string;
}

/** `xiaozhao doctor`: one line for each thing that must be right, with the mend. */
export const doctorCommand: CliCommand = {
  usage: 'xiaozhao doctor',
  help: '体检：数据库、时钟、节假日、花名册、群、消息投递、各平台，一行一项，有问题给出办法；✗ 要处理（退出码 1），！要留意。',
  async run(args, context) {
    readWords(args, 0);
    return withApp(context, async (app) => {
      const checks = [...(await ourselves(app)), ...(await rosters(app)), ...(await platforms(app, context))];
      for (const { name, ok, warns, says } of checks)
        process.stdout.write(`${ok ? (warns ? '！' : '✓') : '✗'} ${name}：${says}\n`);
      return checks.every((check) => check.ok) ? 0 : 1;
    });
  },
};

async function ourselves(app: App): Promise<readonly Check[]> {
  const { db } = app.database;
  const now = app.host.now();
  const skew = await clockSkew(db, now);
  const counts = await outboxCounts(db);
  const stuck = (counts.held ?? 0) + (counts.failed ?? 0);
  const { year } = partsOf(dateAt(now, 'Asia/Shanghai'));
  const unknown = unpublishedYear(now);
  return [
    {
      name: '数据库',
      ok: true,
      says: app.config.databaseUrl ? '外部 PostgreSQL，结构最新' : '内置 PostgreSQL，结构最新',
    },
    {
      name: '时钟',
      ok: Math.abs(skew) < 5000,
      says: Math.abs(skew) < 5000 ? '与数据库一致' : `与数据库相差 ${Math.round(skew / 1000)} 秒，请校时（NTP）`,
    },
    {
      name: '节假日',
      ok: unknown !== year,
      warns: unknown !== null,
      says: !unknown
        ? `${year} 年已收录`
        : `${unknown} 年放假安排还没有收录，暂按周一至周五推算；国务院公布后请升级，或在聊天里逐日填写：设置 工作日 ${unknown}年2月8日 放假`,
    },
    {
      name: '消息投递',
      ok: stuck === 0,
      says:
        stuck === 0
          ? `待发 ${counts.pending ?? 0} 条，没有搁置`
          : `有 ${stuck} 条没有确认送达，请投促中心在聊天里发“投递”逐条处理`,
    },
    { name: '队列', ok: true, says: app.config.redisUrl ? 'BullMQ（Redis）' : 'BullMQ（PostgreSQL）' },
  ];
}

async function rosters(app: App): Promise<readonly Check[]> {
  const checks: Check[] = [];
  for (const org of await listOrgs(app.database.db)) {
    const { people, staff, chats } = await inOrg(app.database.db, org.id, async (tx) => {
      const all = (await listPeople(tx)).filter((person) => !person.disabled);
      const rows = await tx.sql.selectFrom('chats').select('subscriptions').where('kind', '=', 'group').execute();
      return {
        people: all.length,
        staff: all.filter((person) => person.role === 'staff' || person.role === 'admin').length,
        chats: rows.filter((row) => row.subscriptions.length > 0).length,
      };
    });
    const enough = people > 0 && staff > 0;
    checks.push({
      name: `${org.name} 花名册`,
      ok: enough,
      says: enough
        ? `${people} 人，其中投促中心和管理员 ${staff} 人`
        : '没有投促中心人员，请导入花名册：xiaozhao import 花名册.xlsx --yes',
    });
    checks.push({
      name: `${org.name} 工作群`,
      ok: chats > 0,
      says: chats > 0 ? `${chats} 个群有订阅` : '还没有群订阅，请在群里 @小招 发“订阅 周报 月报 提醒”',
    });
  }
  return checks;
}

async function platforms(app: App, { environment }: CliContext): Promise<readonly Check[]> {
  const on = await loadPlatforms(environment, app.host);
  const titles = { web: '内置聊天', slack: 'Slack', wecom: '企业微信' };
  const checks = Object.entries(titles).map(async ([name, title]): Promise<readonly Check[]> => {
    const platform = on.find((one) => one.name === name);
    if (!platform) return [{ name: title, ok: true, says: '未配置（需要时把密钥写进 .env，步骤见 README）' }];
    return (await platform.check?.()) ?? [{ name: title, ok: true, says: '已启用' }];
  });
  return (await Promise.all(checks)).flat();
}
