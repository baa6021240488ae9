import { type Button, list, note, type Reply } from '../reply.ts';

/** A message that did not arrive for certain (failed), or of which nobody knows (held). */
interface Undelivered {
  readonly id: string;
  readonly state: 'held' | 'failed';
  readonly title: string;
  readonly error: string;
  readonly to: string | null;
}

/** What platforms say and what to do about it; the first that fits. */
const MENDS: readonly (readonly [said: RegExp, mend: string])[] = [
  [/has no webhook/, '这个群没有消息推送地址：请在群里添加“消息推送”机器人，把地址交给管理员设置'],
  [/93000|93001|93006|93008/, '群机器人已被移出或群已解散：请重新添加后再设置推送地址'],
  [/93004|50003/, '机器人或应用已被停用：请在企业微信后台启用'],
  [/60020/, '服务器地址不在“企业可信IP”里：请在企业微信后台加上'],
  [/60011|60111|81013|40003/, '收件人不在应用的可见范围内：请在企业微信后台调整'],
  [/40001|40013|40091|40056/, '企业微信的密钥或编号不对：请运行 xiaozhao doctor 查看'],
  [/self-built app is not set up/, '没有设置自建应用，不能私聊提醒：请按说明设置，或请本人在群里查看“我的”'],
  [/not_in_channel|channel_not_found/, '机器人不在这个频道：请在频道里 /invite 它'],
  [/is_archived/, '频道已归档'],
  [/messages_tab_disabled/, '应用的消息页没有打开：请在 Slack 应用设置里打开'],
  [/missing_scope/, 'Slack 应用缺少权限：请按清单重新安装'],
  [/invalid_auth|token_revoked|account_inactive/, 'Slack 的令牌已失效：请重新安装并更新令牌'],
  [/status 410/, '对方说这个地址已经作废'],
  [/private network/, '地址指向内网：确实要发到内网的，在服务器上重新添加并加 --inside'],
  [/^(?:no answer|status \d)/, '一整天没有收下过一条，地址不通或对方出错'],
  [/no such chat/, '这个群或私聊已经不在'],
];

/** What a platform said, in words, and what to do about it. */
export const mendOf = (error: string): string =>
  MENDS.find(([said]) => said.test(error))?.[1] ?? `平台答复：${error || '无'}`;

/** Why it did not arrive and what to do, in one line. */
function whyOf({ state, error }: Undelivered): string {
  if (state === 'held') return '平台没有答复，可能已经发出：请到群里看一眼';
  return mendOf(error);
}

const press = (label: string, action: string, id: string, style?: Button['style']): Button => ({
  label,
  press: { command: '投递', action, args: { id } },
  ...(style ? { style } : {}),
});

const buttonsOf = ({ id, state }: Undelivered): readonly Button[] =>
  state === 'held'
    ? [press('已看到', 'seen', id, 'primary'), press('补发', 'again', id)]
    : [press('再发一次', 'again', id, 'primary'), press('不发了', 'leave', id)];

const nameOf = ({ title, to }: Undelivered): string => `${title}（发给${to ?? '未登记的聊天'}）`;

/** One message that needs staff: what, where, why, what to do. */
export const undeliveredCard = (message: Undelivered): Reply => ({
  title: `${message.state === 'held' ? '不知是否发到' : '没有发到'}“${message.to ?? '未登记的聊天'}”：${message.title}`,
  tone: 'warn',
  parts: [note(whyOf(message))],
  buttons: buttonsOf(message),
});

/** All of them, with the buttons of the newest; `off`: the groups that are switched off, in a line. */
export function undeliveredList(messages: readonly Undelivered[], off?: string): Reply {
  const [first] = messages;
  if (!first)
    return off
      ? { title: '有群收不到推送，已停发', tone: 'warn', parts: [note(off)] }
      : { title: '近两周的消息都已送达', tone: 'ok' };
  return {
    title: `有 ${messages.length} 条消息没有确认送达`,
    tone: 'warn',
    parts: [
      list(messages.map((message) => `${nameOf(message)}：${whyOf(message)}`)),
      note(`按钮处理第一条：${nameOf(first)}`),
      ...(off ? [note(off)] : []),
    ],
    buttons: buttonsOf(first),
  };
}
