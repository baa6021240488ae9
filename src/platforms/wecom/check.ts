import type { Host, KeyCheck } from '../platform.ts';
import type { AppApi } from './api.ts';
import { checkCallback } from './check-callback.ts';
import type { SocketKeys, WecomConfig } from './config.ts';
import { openConnection, SubscriptionError } from './connection.ts';
import { leaseName } from './socket.ts';

const CONSOLE = '管理后台 → 安全与管理 → 管理工具 → 智能机器人';

/** Looks at every key of WeCom. */
export async function check(config: WecomConfig, app: AppApi | null, host: Host): Promise<readonly KeyCheck[]> {
  const checks: Promise<KeyCheck>[] = [];
  if (config.socket) checks.push(checkSocket(config.socket, host));
  if (config.bot) checks.push(checkCallback('bot', config.bot, '', host.publicUrl));
  if (config.app && app) {
    checks.push(checkApp(config, app));
    checks.push(checkCallback('app', config.app, config.app.corpId, host.publicUrl));
  }
  return Promise.all(checks);
}

/** The running program says how its connection stands; while none runs, we connect for a moment (a second one would kick the first). */
async function checkSocket(keys: SocketKeys, host: Host): Promise<KeyCheck> {
  const name = '企业微信长连接（WECOM_BOT_ID、WECOM_BOT_SECRET）';
  const lease = host.lease(leaseName(keys));
  const holding = await lease.look();
  if (holding) return { name, ...spoken(holding.state) };
  if (!(await lease.take(30))) return { name, ...spoken(null) };
  try {
    const connection = await openConnection(keys, () => undefined, host.log);
    connection.close();
    return { name, ok: true, says: '密钥有效，试连成功（小招没有在运行，请启动）' };
  } catch (error) {
    return { name, ...spoken(error instanceof SubscriptionError ? `refused ${error.code}` : 'unreachable') };
  } finally {
    await lease.release();
  }
}

function spoken(state: string | null): Omit<KeyCheck, 'name'> {
  const [word, code] = (state ?? '').split(' ');
  if (word === 'connected') return { ok: true, says: '已连接' };
  const says: Readonly<Record<string, string>> = {
    kicked:
      '被另一个用同一机器人的程序踢下线了：请停掉那个程序（或在后台另建机器人），再重启小招；不处理的话小招过一刻钟以上再试',
    refused: `企业微信不认（${code}）：请到 ${CONSOLE} 核对 Bot ID 和 Secret，并确认选的是“长连接”`,
    unreachable: '连不上：请检查服务器能否访问 openws.work.weixin.qq.com 的 443 端口，小招会一直重试',
  };
  return { ok: false, says: says[word ?? ''] ?? '正在连接，请稍后再查' };
}

const MENDS: Readonly<Record<number, string>> = {
  40001: 'WECOM_APP_SECRET 不对：请到 应用管理 → 自建应用 里重新查看 Secret',
  40013: 'WECOM_CORP_ID 不对：请到 我的企业 → 企业信息 最下面复制企业 ID',
  40056: 'WECOM_AGENT_ID 不对：请到 应用管理 → 自建应用 里查看 AgentId',
  40091: 'WECOM_APP_SECRET 属于别的企业',
  45009: '调用太频繁，被企业微信限制：过一会儿再查',
  45033: '调用太频繁，被企业微信限制：过一会儿再查',
  48002: '应用没有这个接口的权限：请核对是不是“自建应用”',
  48006: '应用长期没用，权限被收回：请在 应用管理 里重新启用',
  50003: '应用被停用了：请在 应用管理 里启用',
  60011: '应用的可见范围不够：请在 应用管理 → 自建应用 → 可见范围 里加上要用的人',
  60020: '服务器出口 IP 不在“企业可信 IP”里：请在 应用管理 → 自建应用 → 企业可信 IP 里加上',
  301002: 'WECOM_AGENT_ID 与 WECOM_APP_SECRET 不是同一个应用',
};

async function checkApp(config: WecomConfig, app: AppApi): Promise<KeyCheck> {
  const name = '企业微信自建应用（WECOM_CORP_ID、WECOM_AGENT_ID、WECOM_APP_SECRET）';
  try {
    const answer = await app.call(`agent/get?agentid=${encodeURIComponent(config.app?.agentId ?? '')}`);
    return { name, ok: true, says: `有效${answer.name ? `，应用名“${String(answer.name)}”` : ''}` };
  } catch (error) {
    const { message } = error as Error;
    const code = Number(/errcode (-?\d+)/.exec(message)?.[1] ?? 0);
    const ip = /from ip: ?([\d.a-f:]+)/i.exec(message)?.[1];
    return { name, ok: false, says: `${MENDS[code] ?? `企业微信答：${message}`}${ip ? `（${ip}）` : ''}` };
  }
}
