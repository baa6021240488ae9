/** What chats and identities of WeCom are filed under. */
export const NAME = 'wecom';

/** Bytes of UTF-8 of a smart bot's markdown. */
export const BOT_MARKDOWN = 20_480;
/** Bytes of an app message's markdown. */
export const APP_MARKDOWN = 2048;
/** Bytes of a text in the response to the app's callback. */
export const PASSIVE_TEXT = 2048;
/** Bytes of a group webhook's markdown_v2, and of its text. */
export const WEBHOOK_MARKDOWN = 4096;
export const WEBHOOK_TEXT = 2048;
/** People called by one text message of a webhook: kept small, no number is documented. */
export const MENTIONS = 50;
/** Buttons of an interactive card; characters of a button, of the card's title; bytes of a button's key. */
export const CARD_BUTTONS = 6;
export const CARD_BUTTON_TEXT = 10;
export const CARD_TITLE = 26;
export const CARD_KEY = 1024;
/** Rows of a table in chat: a phone's screen; the rest is counted and stands in the picture or file. */
export const TABLE_ROWS = 15;
/** Bytes of a picture by webhook, by the app; of any file: more than 4. */
export const WEBHOOK_IMAGE = 2 * 1024 * 1024;
export const APP_IMAGE = 10 * 1024 * 1024;
export const FILE = 20 * 1024 * 1024;
export const FILE_LEAST = 5;
/** Bytes of a file's name: learned from the long connection, kept everywhere. */
export const FILE_NAME = 256;
/** An uploaded file can be sent for three days; we forget it a day earlier. */
export const MEDIA_HOURS = 48;
/** WeCom no longer has the uploaded file. */
export const MEDIA_GONE = 40_007;
/** Bytes of a callback body that is read. */
export const BODY = 1_048_576;
/** A signed callback is good for so many seconds, both ways. */
export const FRESH_SECONDS = 300;
export const TIMEOUT_MS = 10_000;
/** One access token serves 7200 s; it is renewed this much earlier. */
export const TOKEN_MARGIN_SECONDS = 300;
/** A token that is good for less is kept so long all the same: asking is limited too. */
export const TOKEN_LEAST_SECONDS = 60;
/** 20 a minute for each webhook, in any stretch of 60 s: at most five windows of 15 s touch it. */
export const WEBHOOK_RATE = [{ calls: 4, seconds: 15 }];
/** 30 a minute and 1000 an hour to one member or one chat of the bot; over it the app's are dropped without a word. */
export const MEMBER_RATE = [
  { calls: 10, seconds: 30 },
  { calls: 500, seconds: 3600 },
];
/** The counter of what the bot says in one chat, over the long connection. */
export const chatBucket = (workspace: string, chat: string): string => `${NAME}:bot:${workspace}:${chat}`;
/** What nobody asked for is pushed a second apart: many at once to many chats have met a limit that is not documented. */
export const PUSH_RATE = [{ calls: 2, seconds: 2 }];
/** Characters under a card's title. */
export const CARD_TEXT = 112;
/** Where the smart bot's long connection is, unless WECOM_BOT_WS_URL says otherwise. */
export const SOCKET_URL = 'wss://openws.work.weixin.qq.com';
/** A subscription that is not answered for so long is given up; WeCom wants a sign of life every 30 s. */
export const AUTH_MS = 15_000;
export const HEARTBEAT_MS = 30_000;
/** A press by callback waits so long for its card, and looks so often; WeCom waits 5 s. */
export const PRESS_MS = 4000;
export const PRESS_LOOK_MS = 60;
/** An answer that WeCom has not come for is looked after so often, and after so long goes another way. */
export const FETCH_AGAIN_MS = 1000;
export const FETCH_MS = 15_000;
/** WeCom comes for six minutes; a stream is closed with a word before that. */
export const STREAM_MS = 330_000;
/** Pictures in one stream. */
export const STREAM_PICTURES = 10;
/** An event (a press, an arrival) must be answered within 5 s. */
export const EVENT_MS = 4500;
/** A slow command says that it is at work after so long. */
export const PATIENCE_MS = 1500;
/** A message that could not be committed is tried again for so long: WeCom does not bring it again. */
export const COMMIT_MS = 60_000;
/** Bytes of a file that is taken, milliseconds to fetch it. */
export const FILE_BYTES = 10 * 1024 * 1024;
export const FILE_MS = 30_000;
/** The same where the callback itself must be answered within 5 s. */
export const CALLBACK_FILE_MS = 3500;
/**
 * Keeping the one connection, in milliseconds: the lease and its renewal; the pauses after a broken wire (growing to the
 * most), a refused subscription, a kick (doubled up to sixteen times); how long a connection stands to count as sound.
 */
export const KEEP = {
  leaseMs: 8000,
  renewMs: 2000,
  retryMs: 1000,
  retryMostMs: 60_000,
  refusedMs: 600_000,
  kickedMs: 900_000,
  livedMs: 60_000,
};
/** Where WeCom's response URLs lead; others are not called. */
export const RESPONSE_ORIGIN = 'https://qyapi.weixin.qq.com';
