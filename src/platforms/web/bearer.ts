import { orgOfApiToken } from '../../services/session.service.ts';
import { DeliveryError, type PageHost, type Rate } from '../platform.ts';
import { refuse } from './read-body.ts';
import type { WebContext } from './viewer.ts';

/** So often may the programs of one org ask. */
const RATE: readonly Rate[] = [{ calls: 240, seconds: 60 }];

/** The org whose token came along, or the answer that refuses: 401 without a token that opens one, 429 when it asks too often. */
export async function orgOfBearer(host: PageHost, context: WebContext): Promise<number | Response> {
  const token = /^Bearer (\S{1,200})$/i.exec(context.req.header('authorization') ?? '')?.[1];
  const orgId = token ? await orgOfApiToken(host.db, token) : null;
  if (orgId === null) {
    context.header('www-authenticate', 'Bearer');
    return refuse(context, 401, '需要本地区的接口令牌（Authorization: Bearer …）。').refusal;
  }
  try {
    await host.pace(`api:${orgId}`, RATE);
  } catch (error) {
    if (!(error instanceof DeliveryError)) throw error;
    context.header('retry-after', String(Math.ceil(error.retryAfterMs / 1000)));
    return refuse(context, 429, '问得太频繁，请稍后再试。').refusal;
  }
  return orgId;
}
