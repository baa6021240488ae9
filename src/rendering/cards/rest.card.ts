import { note, type Reply } from '../reply.ts';
import { mendOf } from './undelivered.card.ts';

/** An address that was switched off: a group, or another system's address by its host. */
type Resting = { readonly id: number; readonly why: string } & (
  | { readonly name: string; readonly platform: string }
  | { readonly host: string }
);

/** How it is set anew. */
const anew = (resting: Resting): string => {
  if ('host' in resting) return `修好后在服务器上恢复：xiaozhao webhook wake ${resting.id}；停发期间的变化用接口补读`;
  if (resting.platform === 'wecom')
    return `在群里重新添加“消息推送”，把地址在服务器上填上：xiaozhao chat webhook ${resting.id} 地址；填好就接着发`;
  return '把小招加回这个群（或换一个群），再在群里发“订阅 周报 月报”，就接着发';
};

/** To staff: where nothing is sent any more, why, and how to set it anew. */
export const restCard = (resting: Resting): Reply => ({
  title: `${'host' in resting ? `接收推送的系统 ${resting.host} ` : `“${resting.name}”`}收不到推送，已停发`,
  tone: 'warn',
  parts: [note(`原因：${mendOf(resting.why)}`), note(anew(resting))],
});

/** To staff: a group's webhook is gone, and the bot says there what there is to say. */
export const lostWebhookCard = ({ id, name, why }: { id: number; name: string; why: string }): Reply => ({
  title: `“${name}”的消息推送地址失效，已改由机器人直接发`,
  tone: 'warn',
  parts: [
    note(`原因：${mendOf(why)}`),
    note(`机器人直接发的不能 @ 人；要恢复，在群里重新添加“消息推送”，在服务器上填上：xiaozhao chat webhook ${id} 地址`),
  ],
});

/** The groups that are switched off, in one line; undefined when there is none. */
export const restLine = (resting: readonly { readonly name: string; readonly why: string }[]): string | undefined =>
  resting.length === 0
    ? undefined
    : `已停发的群：${resting.map(({ name, why }) => `${name}（${mendOf(why)}）`).join('；')}`;
