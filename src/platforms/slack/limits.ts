/** What chats and identities of Slack are filed under. */
export const NAME = 'slack';

/** Characters of a header block. */
export const HEADER = 150;
/** Characters of a section's text. */
export const SECTION = 3000;
/** Characters of a button's label and of its value. */
export const LABEL = 75;
/** Buttons in one actions block. */
export const BUTTONS = 5;
/** Blocks in one message. */
export const BLOCKS = 50;
/** Rows of a table that chat shows; the rest is named and stands in the picture or file. */
export const TABLE_ROWS = 40;
/** Characters of all blocks together: undocumented, learned by others; what is beyond goes into a second message. */
export const MESSAGE = 9000;
/** How long one call to Slack may take. */
export const TIMEOUT_MS = 10_000;
/** A signed request is good for so long, both ways. */
export const FRESH_SECONDS = 300;
/**
 * Socket Mode, in milliseconds: the longest wait for Slack's hello; the pauses after a broken wire (growing to the most) and
 * after a refused token; how long a connection stands to count as sound.
 */
export const SOCKET = { helloMs: 15_000, retryMs: 1000, retryMostMs: 60_000, refusedMs: 600_000, livedMs: 10_000 };
