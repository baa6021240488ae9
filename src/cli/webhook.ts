import { NEWS, type NewsType } from '../domain/news.ts';
import { inOrg, type OrgTx } from '../services/transaction.ts';
import { addWebhook, listWebhooks, removeWebhook, tryWebhook, wakeWebhook } from '../services/webhook.service.ts';
import { noteDone } from './audit.ts';
import { type CliCommand, printJson, UsageError } from './define.ts';
import { readOptions } from './options.ts';
import { orgOf, withApp } from './with-app.ts';

type Options = ReturnType<typeof readOptions<'org' | 'events', 'inside'>>;

/** `xiaozhao webhook …`: other systems that are told what happens. Set on the machine only, never from a chat. */
export const webhookCommand: CliCommand = {
  usage:
    'xiaozhao webhook add 地址 [--events 事件,事件] [--inside] | webhook list | webhook test|wake|remove 编号 [--org 地区]',
  help: [
    '把发生的事推给别的系统（大屏、市里的平台）：添加地址、列出、试发、停发后恢复、取消。',
    '',
    '签名密钥只在添加时显示一次。不写 --events 就是全部：',
    ...Object.entries(NEWS).map(([type, means]) => `  ${type}  ${means}`),
    '地址要用 https，不能指向内网；确实要发到内网的系统，加 --inside（也可用 http）。',
  ].join('\n'),
  async run(args, context) {
    const options = readOptions(args, { values: ['org', 'events'], flags: ['inside'] });
    return withApp(context, async (app) => {
      const org = await orgOf(app, options.value('org'));
      return inOrg(app.database.db, org.id, (tx) => act(tx, options, new Date()));
    });
  },
};

async function act(tx: OrgTx, options: Options, now: Date): Promise<number> {
  const [verb, word = ''] = options.words;
  const note = (command: string, detail: string) =>
    noteDone(tx, { now, personId: null, command, detail, reply: `${command} ${detail}` });
  if (verb === 'list') for (const webhook of await listWebhooks(tx)) printJson(webhook);
  else if (verb === 'add' && word) {
    const url = urlOf(word, options.flag('inside'));
    if ((await listWebhooks(tx)).some((known) => known.url === url.href)) throw new UsageError('这个地址已经添加过');
    const events = eventsOf(options.value('events'));
    printJson({ ...(await addWebhook(tx, { url: url.href, events, inside: options.flag('inside'), now })), events });
    await note('添加推送地址', url.host);
  } else if (verb && /^(?:test|wake|remove)$/.test(verb) && /^\d{1,9}$/.test(word)) {
    if (!(await step(tx, verb, Number(word), now))) return 1;
    if (verb !== 'test') await note(verb === 'wake' ? '恢复推送地址' : '取消推送地址', word);
  } else throw new UsageError('缺 add 地址、list，或 test、wake、remove 加编号');
  return 0;
}

const step = (tx: OrgTx, verb: string, id: number, now: Date): Promise<boolean> =>
  verb === 'test' ? tryWebhook(tx, id, now) : verb === 'wake' ? wakeWebhook(tx, id) : removeWebhook(tx, id);

function urlOf(text: string, inside: boolean): URL {
  const url = URL.canParse(text) ? new URL(text) : null;
  if (!url || text.length > 500 || !/^https?:$/.test(url.protocol))
    throw new UsageError('地址应是 https:// 开头的网址');
  if (url.protocol === 'http:' && !inside)
    throw new UsageError('地址要用 https（内网的系统加 --inside 才可以用 http）');
  if (url.username || url.password) throw new UsageError('地址里不要带用户名和密码');
  return url;
}

function eventsOf(text: string | undefined): readonly NewsType[] {
  const all = Object.keys(NEWS) as NewsType[];
  if (text === undefined) return all;
  const words = text.split(/[,，、]/).map((word) => word.trim());
  const wrong = words.filter((word) => !(all as readonly string[]).includes(word));
  if (wrong.length > 0) throw new UsageError(`没有事件 ${wrong.join('、')}；可用：${all.join('、')}`);
  return all.filter((type) => words.includes(type));
}
