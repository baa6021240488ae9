/** What chats and identities of Slack are filed under. */
export const NAME = 'slack';

/** Characters of a header block. */
export const HEADER = 150;
/** Characters of a section's text, and of a preformatted block. */
export const SECTION = 3000;
/** Characters of one element of a context block. */
export const CONTEXT = 2000;
/** Characters of a button's label; of its value; of its URL; of what is asked before. */
export const LABEL = 75;
export const VALUE = 2000;
export const URL_MOST = 3000;
export const CONFIRM = 300;
/** Buttons in one actions block that fit a phone (Slack allows 25). */
export const BUTTONS = 5;
/** Blocks in one message. */
export const BLOCKS = 50;
/** Rows of a table that chat shows: a phone's screen; the rest is counted and stands in the picture or file. */
export const TABLE_ROWS = 15;
/** Columns of a native table, and characters of all its cells (Slack allows 10,000 in a message). */
export const TABLE_COLUMNS = 20;
export const TABLE_CHARACTERS = 3000;
/** Characters of all blocks together: undocumented, learned by others; what is beyond goes into a second message. */
export const MESSAGE = 9000;
/** Characters of the text beside the blocks, which is all that screen readers and notifications get. */
export const TEXT = 4000;
/** Characters of a picture's description. */
export const ALT = 1000;
/** Uses of one response URL. */
export const RESPONSES = 5;
/** A modal's title and its buttons; what is kept in it between its opening and its sending; its fields' words. */
export const VIEW_TITLE = 24;
export const METADATA = 3000;
export const INPUT = 3000;
/** Blocks of a modal or of the home tab. */
export const VIEW_BLOCKS = 100;
/** Entries of a list and the characters of one, its words and its value. */
export const OPTIONS = 30;
export const OPTION = 75;
/** What is said at a field. */
export const FIELD_ERROR = 300;
/** A trigger is good for three seconds: after so many milliseconds a form that is not ready yet opens empty. */
export const FORM_MS = 1500;
/** Slack waits three seconds for an answer: after so many milliseconds it gets one, and the work goes on behind. */
export const ANSWER_MS = 2500;
/** How long one call to Slack may take. */
export const TIMEOUT_MS = 10_000;
/** A signed request is good for so long, both ways. */
export const FRESH_SECONDS = 300;
/** Posts into one channel, and of the whole workspace. */
export const CHANNEL_RATE = [{ calls: 1, seconds: 1 }];
export const WORKSPACE_RATE = [{ calls: 4, seconds: 1 }];
/** Files of one message that are taken, bytes of each, milliseconds to fetch them: the event is acknowledged within 3 s. */
export const FILES = 5;
export const FILE_BYTES = 10 * 1024 * 1024;
export const FILE_MS = 2200;
/**
 * Socket Mode, in milliseconds: the longest wait for Slack's hello; the pauses after a broken wire (growing to the most) and
 * after a refused token; how long a connection stands to count as sound.
 */
export const SOCKET = { helloMs: 15_000, retryMs: 1000, retryMostMs: 60_000, refusedMs: 600_000, livedMs: 10_000 };
/** Where Slack's response URLs lead; others are not called. */
export const RESPONSE_ORIGINS = ['https://hooks.slack.com', 'https://hooks.slack-gov.com'];
/** Bytes of a request body that is read. */
export const BODY = 1_048_576;
