/** What chats and identities of WeCom are filed under. */
export const NAME = 'wecom';

/** Bytes of UTF-8 of a smart bot's markdown. */
export const BOT_MARKDOWN = 20_480;
/** Bytes of an app message's markdown. */
export const APP_MARKDOWN = 2048;
/** Bytes of a group webhook's markdown_v2. */
export const WEBHOOK_MARKDOWN = 4096;
/** Buttons of an interactive card, characters of a button, of its title. */
export const CARD_BUTTONS = 6;
export const CARD_BUTTON_TEXT = 10;
export const CARD_TITLE = 26;
/** Rows of a table in chat; the rest is named and stands in the picture or file. */
export const TABLE_ROWS = 20;
/** Bytes of a callback body that is read. */
export const BODY = 1_048_576;
/** A signed callback is good for so many seconds, both ways. */
export const FRESH_SECONDS = 300;
export const TIMEOUT_MS = 10_000;
/** One access token serves 7200 s; it is renewed this much earlier. */
export const TOKEN_MARGIN_SECONDS = 300;
