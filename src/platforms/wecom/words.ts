/** What the bot says of itself, where no command speaks. */
export const AT_WORK = '正在处理，请稍候…';
/** In place of the answer, where the work takes longer than WeCom waits. */
export const LATER = '还没有办完，办完马上另发一条。';
/** In place of the answer, where it went another way. */
export const BELOW = '回复见下一条。';
/** Of an answer that is none of ours. */
export const NOT_FOUND = '这条的回复找不到了，请再发一次。';
/** A message that could not be committed. */
export const NOT_TAKEN = '刚才这条没有收到，什么都没有写入，请过一会儿再发一次。';
/** In the group, for an answer that only one person may see. */
export const SAID_PRIVATELY = '这条回复已单独发给您。';
/** The same, when that person cannot be reached alone. */
export const SAY_IT_ALONE = '这条回复只能单独看：请点开小招的头像单聊，把刚才的话再发一次。';
/** On a card that is finished. */
export const DONE = '已处理';

/** A file that could not be had. */
export const noFile = (why: 'too-big' | 'gone'): string =>
  why === 'too-big' ? '文件超过 10 MB，没有收。请拆成小一些的再发。' : '文件没有取到（或已过期），请再发一次。';

/** What cannot be read, by WeCom's word for it. */
const KINDS: Readonly<Record<string, string>> = { location: '位置', link: '链接', video: '视频', voice: '这段语音' };

/** Something that cannot be read, of this msgtype. */
export const cannotRead = (type: string): string =>
  `小招看不了${KINDS[type] ?? '这种消息'}，没有写入任何内容。请用文字说；照片、Excel 直接发给小招。`;
