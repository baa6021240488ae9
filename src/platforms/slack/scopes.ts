/** A permission of the bot: what it is for, in the words of the README, and whether we can do without. */
interface Scope {
  readonly why: string;
  readonly optional?: true;
}

/** Every scope the bot asks for; the manifests and the README hold the same. */
export const SCOPES: Readonly<Record<string, Scope>> = {
  commands: { why: '斜杠命令 /zs 和快捷方式（录为线索、记线索……）' },
  'chat:write': { why: '回复、推送，把按过的按钮收起来' },
  'app_mentions:read': { why: '频道里 @小招 的话' },
  'im:history': { why: '私聊里发给小招的话' },
  'im:write': { why: '给个人发提醒和只给本人看的结果' },
  'files:read': { why: '收私聊里发来的 Excel（导入）' },
  'files:write': { why: '发排行图、Word、Excel' },
  'channels:history': { why: '没收到 Slack 答复时，查公开频道里发出去没有，不重发、不漏发', optional: true },
  'groups:history': { why: '同上，私有频道', optional: true },
};
