import { readFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';

// Reads the texts of a file again and again with the compiled program, as a running 小招 does; prints messages a second of
// each round, by processor time. Arguments: the folder of the compiled program, the file of messages.
const [, , built, file] = process.argv;
const load = (path) => import(pathToFileURL(`${built}/src/${path}.js`).href);
const { readMessage } = await load('reading/message');
const { workCalendar } = await load('domain/calendar/workday');
const { date } = await load('domain/calendar/date');

/** A running process has read many messages; before that the engine is still compiling, after it the small file is like the large. */
const WARM = 20_000;
/** A round reads so many messages at least, a small file several times. */
const ROUND = 2000;
const ROUNDS = 25;
const options = { today: date('2026-06-10'), calendar: workCalendar() };
const texts = readFileSync(file, 'utf8')
  .split('\n')
  .filter(Boolean)
  .map((line) => String(JSON.parse(line).text));
const times = Math.ceil(ROUND / texts.length);
const warm = Math.ceil(WARM / (times * texts.length));
const rounds = Array.from({ length: warm + ROUNDS }, () => {
  const start = process.cpuUsage();
  for (let time = 0; time < times; time += 1) for (const text of texts) readMessage(text, options);
  const { user, system } = process.cpuUsage(start);
  return ((times * texts.length) / (user + system)) * 1e6;
});
const characters = texts.reduce((total, text) => total + text.length, 0) / texts.length;
process.stdout.write(JSON.stringify({ messages: texts.length, characters, rounds: rounds.slice(warm) }));
