import { readFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';

// Reads the texts of a file again and again with the compiled program, as a running 小招 does; prints messages a second of
// each round, by processor time. Arguments: the folder of the compiled program, the file of messages.
const [, , built, file] = process.argv;
const load = (path) => import(pathToFileURL(`${built}/src/${path}.js`).href);
const { readMessage } = await load('reading/message');
const { workCalendar } = await load('domain/calendar/workday');
const { date } = await load('domain/calendar/date');

const WARM = 8;
const ROUNDS = 25;
const options = { today: date('2026-06-10'), calendar: workCalendar() };
const texts = readFileSync(file, 'utf8')
  .split('\n')
  .filter(Boolean)
  .map((line) => String(JSON.parse(line).text));
const rounds = Array.from({ length: WARM + ROUNDS }, () => {
  const start = process.cpuUsage();
  for (const text of texts) readMessage(text, options);
  const { user, system } = process.cpuUsage(start);
  return (texts.length / (user + system)) * 1e6;
});
const characters = texts.reduce((total, text) => total + text.length, 0) / texts.length;
process.stdout.write(JSON.stringify({ messages: texts.length, characters, rounds: rounds.slice(WARM) }));
