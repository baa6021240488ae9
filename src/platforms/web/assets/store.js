/** What the page knows: the server's state, the open chat, what was loaded of each chat. */
export const store = {
  state: null,
  open: null,
  /** chat → { messages: [], more: boolean } */
  logs: new Map(),
  quote: null,
  file: null,
};

const read = (key, fallback) => {
  try {
    return JSON.parse(localStorage.getItem(key) ?? '') ?? fallback;
  } catch {
    return fallback;
  }
};
const write = (key, value) => {
  try {
    localStorage.setItem(key, JSON.stringify(value));
  } catch {
    // A browser that keeps nothing forgets what was read; the chat works all the same.
  }
};

/** The person chosen to speak as, or null. */
export const chosenPerson = () => read('xiaozhao.as', null);
export const choosePerson = (id) => write('xiaozhao.as', id);

const marksKey = () => `xiaozhao.read.${store.state?.me ?? chosenPerson() ?? 0}`;

/** The last message read in each chat of this person: "main:12,p3:40". */
export const marksText = () =>
  Object.entries(read(marksKey(), {}))
    .map(([chat, id]) => `${chat}:${id}`)
    .join(',');

/** Notes that a chat was read up to a message. */
export function markRead(chat, id) {
  const marks = read(marksKey(), {});
  if ((marks[chat] ?? 0) >= id) return;
  write(marksKey(), { ...marks, [chat]: id });
}

/** A person by number. */
export const person = (id) => store.state.people.find((one) => one.id === id);
/** The person who speaks. */
export const me = () => person(store.state.me);
/** A chat by its address. */
export const chat = (id) => store.state.chats.find((one) => one.id === id);
