/** What a chat can subscribe to, with the words people use. The keys are the names of the posts. */
export const SUBSCRIPTIONS: Readonly<Record<string, readonly string[]>> = {
  今日待办: ['今日待办', '待办', '提醒', '日报', '早报'],
  周报: ['周报', '招商周报'],
  月报: ['月报', '月通报', '月度排行', '排行', '排名'],
  季榜: ['季榜', '红黄旗', '季度红黄旗'],
  白卷预警: ['白卷预警', '白卷'],
  链上活动: ['链上活动', '产业链'],
  顶格推进: ['顶格推进', '顶格', '重点项目'],
  半年: ['半年', '全年', '双过半'],
  攻坚: ['攻坚', '攻坚战报', '战报'],
};

/** The posts named in a text, and the words that name none. */
export function subscriptionsIn(text: string): {
  readonly named: readonly string[];
  readonly unknown: readonly string[];
} {
  const named = new Set<string>();
  const unknown: string[] = [];
  for (const word of text.split(/[\s,，、;；.。!！和]+/).filter(Boolean)) {
    const found = Object.entries(SUBSCRIPTIONS).find(([, words]) => words.includes(word));
    if (found) named.add(found[0]);
    else unknown.push(word);
  }
  return { named: [...named], unknown };
}
