import { createInterface } from 'node:readline';
import { slackEmulator } from './slack.ts';
import { slackSocketEmulator } from './slack-socket.ts';
import { Terminal } from './talk.ts';
import { slackTalk, wecomTalk } from './talks.ts';
import { wecomEmulator } from './wecom.ts';
import { wecomSocketEmulator } from './wecom-socket.ts';

const WECOM_PORT = 18_901;
const SLACK_PORT = 18_902;

/**
 * WeCom and Slack on this machine, to try the product against both without an account: says which variables to start it
 * with, then takes what one types as messages of 张三's and prints what the bot sends. Ends at the end of the input.
 */
export async function main(): Promise<void> {
  const wecom = await wecomSocketEmulator('aib-emulated', 'emulated-secret', WECOM_PORT);
  const webhooks = await wecomEmulator();
  const slack = await slackEmulator('xoxb-emulated');
  const socket = await slackSocketEmulator('xapp-emulated', slack.apiUrl, SLACK_PORT);
  const print = (line: string): void => void process.stdout.write(`${line}\n`);
  print('模拟的企业微信（长连接）和 Slack（Socket Mode）已经开着。在另一个终端里：\n');
  print(`WECOM_BOT_ID=aib-emulated WECOM_BOT_SECRET=emulated-secret WECOM_BOT_WS_URL=${wecom.url} \\`);
  print(`WECOM_API_URL=${webhooks.url} SLACK_APP_TOKEN=xapp-emulated SLACK_BOT_TOKEN=xoxb-emulated \\`);
  print(`SLACK_API_URL=${socket.apiUrl} npm start\n`);
  print(
    '然后在这里输入：“w 帮助”是在企业微信群里说，“s 帮助”是在 Slack 里说，“w1”按企业微信里最后那条的第一个按钮，“w-”让企业微信断开，“w+”接上。',
  );
  const terminal = new Terminal([wecomTalk(wecom, webhooks), slackTalk(socket, slack)], print);
  const looking = setInterval(() => terminal.look(), 100);
  const lines = createInterface({ input: process.stdin });
  lines.on('line', (line) => terminal.type(line));
  await new Promise<void>((resolve) => lines.once('close', resolve));
  await new Promise((resolve) => setTimeout(resolve, 500));
  terminal.look();
  clearInterval(looking);
  await Promise.all([wecom.close(), webhooks.close(), socket.close(), slack.close()]);
}
