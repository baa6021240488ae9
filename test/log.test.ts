import { expect, test } from 'vitest';
import { readConfig } from '../src/config/config.ts';
import { openLog } from '../src/log.ts';

const lines = (pretty: boolean): { log: ReturnType<typeof openLog>; said: string[] } => {
  const said: string[] = [];
  return { said, log: openLog('info', { pretty, destination: { write: (line) => void said.push(line) } }) };
};

test('a log line is JSON, without what people typed', () => {
  const { log, said } = lines(false);
  log.warn({ text: '张三的手机', seconds: 3 }, 'late');
  expect(JSON.parse(said[0] ?? '')).toMatchObject({ level: 40, msg: 'late', text: '〓', seconds: 3 });
});

test('a pretty line has time, level, message and fields; an error has its stack below; secrets stay out', () => {
  const { log, said } = lines(true);
  log.warn({ token: 'xoxb-1', seconds: 3, about: { org: 1 } }, 'late');
  expect(said[0]).toMatch(/^\d\d:\d\d:\d\d WARN {2}late token=〓 seconds=3 about=\{"org":1\}\n$/);
  log.error({ err: new Error('broken') }, 'fault');
  expect(said[1]).toMatch(/^\d\d:\d\d:\d\d ERROR fault\n {2}Error: broken\n {6}at /);
  log.debug('unheard');
  expect(said).toHaveLength(2);
});

test.each<[string | undefined, boolean]>([
  [undefined, false],
  ['', false],
  ['0', false],
  ['false', false],
  ['1', true],
  ['true', true],
])('LOG_PRETTY=%s', (value, pretty) => {
  expect(readConfig({ LOG_PRETTY: value }).logPretty).toBe(pretty);
});
