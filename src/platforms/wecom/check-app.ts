import { DeliveryError, type KeyCheck } from '../platform.ts';
import { type AppApi, codeOf, type WecomAnswer } from './api.ts';
import { word } from './parse.ts';

const WIDEN = '请在 应用管理 → 自建应用 → 可见范围 里加上要用的部门和人';

/** What to do about WeCom's codes. */
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
  60011: `应用的可见范围不够：${WIDEN}`,
  60021: `应用的可见范围不够：${WIDEN}`,
  60020: '服务器出口 IP 不在“企业可信 IP”里：请在 应用管理 → 自建应用 → 企业可信 IP 里加上',
  301002: 'WECOM_AGENT_ID 与 WECOM_APP_SECRET 不是同一个应用',
};

/** Whether the app's keys work, and what of the directory it may read. */
export async function checkApp(agentId: string, app: AppApi): Promise<readonly KeyCheck[]> {
  const name = '企业微信自建应用（WECOM_CORP_ID、WECOM_AGENT_ID、WECOM_APP_SECRET）';
  try {
    const answer = await app.call(`agent/get?agentid=${encodeURIComponent(agentId)}`);
    const says = `有效${answer.name ? `，应用名“${String(answer.name)}”` : ''}`;
    return [{ name, ok: true, says }, await checkDirectory(app, answer)];
  } catch (error) {
    return [{ name, ok: false, says: mendOf(error) }];
  }
}

/** Looks one visible member up, as 绑定 does. */
async function checkDirectory(app: AppApi, agent: WecomAnswer): Promise<KeyCheck> {
  const name = '企业微信通讯录（绑定时认人用）';
  try {
    const userId = await someoneVisible(app, agent);
    if (!userId) return { name, ok: false, says: `应用谁也看不到：${WIDEN}` };
    const member = await app.call(`user/get?userid=${encodeURIComponent(userId)}`);
    if (!word(member.name)) return { name, ok: false, says: '通讯录不给姓名：请核对是不是“自建应用”的 Secret' };
    const says = word(member.mobile)
      ? '能查姓名、部门、手机号，对得上的发“绑定”当场绑定'
      : '能查姓名、部门；手机号企业微信不给（2022 年 6 月以后建的应用都不给），发“绑定”后由投促中心点“同意”';
    return { name, ok: true, says };
  } catch (error) {
    return { name, ok: false, says: mendOf(error) };
  }
}

/** The user id of anybody in the app's visible range: named there, or of a department that is. */
async function someoneVisible(app: AppApi, agent: WecomAnswer): Promise<string> {
  const { user: users } = (agent.allow_userinfos ?? {}) as { user?: readonly { userid?: unknown }[] };
  const { partyid: parties } = (agent.allow_partys ?? {}) as { partyid?: readonly unknown[] };
  const named = word(users?.[0]?.userid);
  if (named || !parties?.length) return named;
  const { userlist } = await app.call(`user/simplelist?department_id=${Number(parties[0])}`);
  return word((userlist as readonly { userid?: unknown }[] | undefined)?.[0]?.userid);
}

/** What to do about a refused call, with the address that WeCom names. */
function mendOf(error: unknown): string {
  const { message } = error as Error;
  if (error instanceof DeliveryError && ['unreachable', 'unknown'].includes(error.kind))
    return '连不上企业微信的接口：请检查服务器能否访问 qyapi.weixin.qq.com 的 443 端口（设了 WECOM_API_URL 就核对它）';
  const ip = /from ip: ?([\d.a-f:]+)/i.exec(message)?.[1];
  const code = codeOf(error) || Number(/errcode (-?\d+)/.exec(message)?.[1] ?? 0);
  return `${MENDS[code] ?? `企业微信答：${message}`}${ip ? `（${ip}）` : ''}`;
}
