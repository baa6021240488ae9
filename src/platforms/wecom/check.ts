import type { Host, KeyCheck } from '../platform.ts';
import type { AppApi } from './api.ts';
import { checkApp } from './check-app.ts';
import { checkCallbacks } from './check-callback.ts';
import type { SocketKeys, WecomConfig } from './config.ts';
import { openConnection, SubscriptionError } from './connection.ts';
import { leaseName, markOf } from './socket.ts';

const CONSOLE = '管理后台 → 安全与管理 → 管理工具 → 智能机器人';

/** Looks at every key of WeCom. */
export async function check(config: WecomConfig, app: AppApi | null, host: Host): Promise<readonly KeyCheck[]> {
  const checks: Promise<KeyCheck | readonly KeyCheck[]>[] = [];
  if (config.socket) checks.push(checkSocket(config.socket, host));
  if (config.bot) checks.push(checkCallbacks('bot', config.bot, '', host.publicUrl));
  if (config.app && app) {
    checks.push(checkApp(config.app.agentId, app));
    checks.push(checkCallbacks('app', config.app.callback, config.app.corpId, host.publicUrl));
  }
  return (await Promise.all(checks)).flat();
}

/** The running program says how its connection stands; while none runs, we connect for a moment (a second one would kick the first). */
async function checkSocket(keys: SocketKeys, host: Host): Promise<KeyCheck> {
  const name = '企业微信长连接（WECOM_BOT_ID、WECOM_BOT_SECRET）';
  const lease = host.lease(leaseName(keys));
  const holding = await lease.look();
  if (holding) return { name, ...told(holding.state, markOf(keys)) };
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

/** What the running program notes: which secret it has, and how it stands. */
function told(noted: string | null, mark: string): Omit<KeyCheck, 'name'> {
  const [theirs, ...state] = (noted ?? '').split(' ');
  if (noted !== null && theirs !== mark)
    return { ok: false, says: '运行中的小招用的是另一个 Secret：改过 .env 请重启小招，再体检' };
  return spoken(state.join(' '));
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
