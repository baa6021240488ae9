import { ROLE_NAMES } from '../domain/org/access.ts';
import { identitiesOfOrg, linkAccount, unlinkAccount, workspacesOf } from '../services/account.service.ts';
import { listPeople, type Person } from '../services/people.service.ts';
import { inOrg, type OrgTx } from '../services/transaction.ts';
import { noteDone } from './audit.ts';
import { type CliCommand, printJson, UsageError } from './define.ts';
import { readOptions } from './options.ts';
import { orgOf, withApp } from './with-app.ts';

type Value = (name: 'platform' | 'account' | 'workspace' | 'person' | 'unit') => string | undefined;

const NOBODY_YET = '缺 --workspace：还没有人在那边对小招说过话，请先对它发一句“帮助”再来（或写上企业 ID、团队 ID）';

/** Platforms whose accounts can be bound; the built-in chat needs none. */
const PLATFORMS = ['slack', 'wecom', 'web'];

/** `xiaozhao user list`, `user link` and `user unlink`: which account of a platform is whom of the roster. */
export const userCommand: CliCommand = {
  usage:
    'xiaozhao user list | user link --platform slack|wecom --account 账号 --person 姓名 [--unit 单位] [--workspace 空间] | user unlink --platform … --account … [--org 地区]',
  help: [
    '列出人员和他们绑定的账号；把平台账号和花名册里的人对上（聊天里对应“绑定”），或解除。',
    '',
    '账号：Slack 是成员 ID（U…），企业微信是 userid。空间：Slack 是团队 ID（T…），企业微信是企业 ID；只有一个时可以不写。',
  ].join('\n'),
  async run(args, context) {
    const options = readOptions(args, { values: ['org', 'platform', 'account', 'workspace', 'person', 'unit'] });
    const [verb] = options.words;
    const act = verb === 'list' ? list : verb === 'link' ? link : verb === 'unlink' ? unlink : undefined;
    if (!act) throw new UsageError('缺 list、link 或 unlink');
    return withApp(context, async (app) => {
      const org = await orgOf(app, options.value('org'));
      return inOrg(app.database.db, org.id, (tx) => act(tx, options.value, new Date()));
    });
  },
};

async function list(tx: OrgTx): Promise<number> {
  const identities = await identitiesOfOrg(tx);
  for (const person of await listPeople(tx)) {
    const accounts = identities
      .filter(({ personId }) => personId === person.id)
      .map(({ platform, workspace, externalId, state }) => ({ platform, workspace, account: externalId, state }));
    const { id, name, unitName, role, disabled } = person;
    printJson({ id, name, unit: unitName, role: ROLE_NAMES[role], disabled, accounts });
  }
  return 0;
}

async function link(tx: OrgTx, value: Value, now: Date): Promise<number> {
  const account = await accountOf(tx, value);
  const person = await personOf(tx, value);
  const changed = await linkAccount(tx, account, person.id, now);
  if (changed) await note(tx, now, '绑定', `${account.platform} ${account.externalId} → ${person.name}`);
  printJson({ ...shown(account), person: person.name, unit: person.unitName, changed });
  return 0;
}

async function unlink(tx: OrgTx, value: Value, now: Date): Promise<number> {
  const account = await accountOf(tx, value);
  const changed = await unlinkAccount(tx, account);
  if (changed) await note(tx, now, '解除绑定', `${account.platform} ${account.externalId}`);
  printJson({ ...shown(account), changed });
  return 0;
}

const shown = ({ platform, workspace, externalId }: { platform: string; workspace: string; externalId: string }) => ({
  platform,
  workspace,
  account: externalId,
});

const note = (tx: OrgTx, now: Date, command: string, detail: string) =>
  noteDone(tx, { now, personId: null, command, detail, reply: `${command} ${detail}` });

async function accountOf(tx: OrgTx, value: Value) {
  const [platform, externalId] = [value('platform'), value('account')];
  if (!platform || !PLATFORMS.includes(platform)) throw new UsageError(`--platform 应是 ${PLATFORMS.join('、')}`);
  if (!externalId) throw new UsageError('缺 --account');
  const known = await workspacesOf(tx, platform);
  const workspace = value('workspace') ?? (known.length === 1 ? known[0] : undefined);
  if (!workspace) throw new UsageError(known.length > 0 ? `--workspace 应是 ${known.join('、')}` : NOBODY_YET);
  return { platform, workspace, externalId };
}

async function personOf(tx: OrgTx, value: Value): Promise<Person> {
  const [name, unit] = [value('person'), value('unit')];
  if (!name) throw new UsageError('缺 --person');
  const found = (await listPeople(tx)).filter(
    (person) => !person.disabled && person.name === name && (unit === undefined || person.unitName === unit),
  );
  const [person, other] = found;
  if (!person) throw new UsageError(`花名册里没有“${unit ? `${unit} ` : ''}${name}”`);
  if (other)
    throw new UsageError(
      `有 ${found.length} 个“${name}”，请加 --unit ${found.map((one) => one.unitName).join(' 或 ')}`,
    );
  return person;
}
