import { createInterface } from 'node:readline';
import { slackEmulator } from './slack.ts';
import { slackSocketEmulator } from './slack-socket.ts';
import { Terminal } from './talk.ts';
import { slackTalk, wecomAppTalk, wecomTalk } from './talks.ts';
import { wecomEmulator } from './wecom.ts';
import { WecomApp } from './wecom-app.ts';
import { wecomSocketEmulator } from './wecom-socket.ts';

const WECOM_PORT = 18_901;
const SLACK_PORT = 18_902;
const APP = { corpId: 'ww0emulated', agentId: '1000002', secret: 'emulated-app-secret' };
const CALLBACK = { token: 'emulatedToken', aesKey: 'abcdefghijklmnopqrstuvwxyz0123456789ABCDEFG' };
/** Where the product is, unless PUBLIC_URL says otherwise. */
const PRODUCT = process.env.PUBLIC_URL ?? 'http://127.0.0.1:8080';

/**
 * WeCom and Slack on this machine, to try the product against both without an account: says which variables to start it
 * with, then takes what one types as messages of 张三's and prints what the bot sends. Ends at the end of the input.
 */
export async function main(): Promise<void> {
  const wecom = await wecomSocketEmulator('aib-emulated', 'emulated-secret', WECOM_PORT);
  const api = await wecomEmulator(APP);
  const app = new WecomApp(() => PRODUCT, { ...CALLBACK, corpId: APP.corpId });
  api.directory.members.set('pengsiqi', { name: '彭思齐', department: [1] });
  const slack = await slackEmulator('xoxb-emulated');
  const socket = await slackSocketEmulator('xapp-emulated', slack.apiUrl, SLACK_PORT);
  const print = (line: string): void => void process.stdout.write(`${line}\n`);
  print('模拟的企业微信（长连接、自建应用、群消息推送）和 Slack（Socket Mode）已经开着。在另一个终端里：\n');
  print(`WECOM_BOT_ID=aib-emulated WECOM_BOT_SECRET=emulated-secret WECOM_BOT_WS_URL=${wecom.url} \\`);
  print(`WECOM_CORP_ID=${APP.corpId} WECOM_AGENT_ID=${APP.agentId} WECOM_APP_SECRET=${APP.secret} \\`);
  print(`WECOM_APP_TOKEN=${CALLBACK.token} WECOM_APP_AES_KEY=${CALLBACK.aesKey} \\`);
  print(`WECOM_API_URL=${api.url} SLACK_APP_TOKEN=xapp-emulated SLACK_BOT_TOKEN=xoxb-emulated \\`);
  print(`SLACK_API_URL=${socket.apiUrl} npm start\n`);
  print(`要试群消息推送：xiaozhao chat webhook 群编号 ${api.url}/cgi-bin/webhook/send?key=emulated`);
  print(
    '然后在这里输入：“w 帮助”是在企业微信群里说，“a 绑定”是单独对自建应用说（说话的人是彭思齐），“s 帮助”是在 Slack 里说，“w1”按企业微信里最后那条的第一个按钮，“w-”让企业微信断开，“w+”接上，“w?”让它收下小招主动发的后一条却不答复，“w!”拒收后一条。',
  );
  const terminal = new Terminal([wecomTalk(wecom, api), wecomAppTalk(app, api), slackTalk(socket, slack)], print);
  const looking = setInterval(() => terminal.look(), 100);
  const lines = createInterface({ input: process.stdin });
  lines.on('line', (line) => terminal.type(line));
  await new Promise<void>((resolve) => lines.once('close', resolve));
  await new Promise((resolve) => setTimeout(resolve, 500));
  terminal.look();
  clearInterval(looking);
  await Promise.all([wecom.close(), api.close(), socket.close(), slack.close()]);
}
