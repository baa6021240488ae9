/** Bytes of a request without files. */
export const MAX_BODY_BYTES = 64 * 1024;
/** Bytes of a request with files (10 MB of file are 13.4 MB of base64). */
export const MAX_FILE_BODY_BYTES = 15 * 1024 * 1024;
/** Bytes of one uploaded file. */
export const MAX_FILE_BYTES = 10 * 1024 * 1024;
/** Messages a page loads at once. */
export const PAGE_MESSAGES = 60;
/** How often an open page looks for messages that another process has put there. */
export const POLL_MS = 1_000;
/** How often an open page looks for chats that another process has made. */
export const ROOM_MS = 10_000;
/** How often an open page that hears nothing gets a sign of life. */
export const HEARTBEAT_MS = 20_000;
