import type { LookUp } from '../../commands/look-up.ts';
import { DeliveryError, type Log } from '../platform.ts';
import { type AppApi, codeOf } from './api.ts';
import { word } from './parse.ts';

/** Outside of what the app may see; no such member. */
const UNSEEN = new Set([60011, 60021]);
const UNKNOWN = new Set([60111, 46004, 40003]);
/** Departments that are asked for, whose chain of parents is climbed. */
const DEPARTMENTS = 8;

/** The company's directory, seen with the self-built app's token: only members inside the app's visible range. */
export const directoryOf =
  (app: AppApi, log: Log): LookUp =>
  async ({ sender, chat, answerTo }) => {
    const given = answerTo?.user ?? (chat.kind === 'direct' ? chat.externalId : sender.externalId);
    try {
      return await memberOf(app, given);
    } catch (error) {
      const code = codeOf(error);
      log.warn({ code, said: (error as Error).message.slice(0, 200) }, 'wecom: the directory did not say who it is');
      if (UNSEEN.has(code)) return { absent: 'unseen' };
      if (UNKNOWN.has(code)) return { absent: 'unknown' };
      return { absent: error instanceof DeliveryError && error.kind === 'refused' ? 'closed' : 'away' };
    }
  };

/** Asks for a member; an account that the directory does not know may be an encrypted one. */
async function memberOf(app: AppApi, userId: string): ReturnType<LookUp> {
  const answer = await askFor(app, userId).catch(async (error: unknown) => {
    const plain = UNKNOWN.has(codeOf(error)) ? await plainId(app, userId) : null;
    if (plain === null) throw error;
    return askFor(app, plain);
  });
  const name = word(answer.name);
  if (!name) return { absent: 'closed' };
  const mobile = word(answer.mobile).replace(/^\+?86(?=1\d{10}$)/, '');
  const departments = await namesOf(app, (Array.isArray(answer.department) ? answer.department : []).map(Number));
  return { member: { name, mobile: mobile || null, departments } };
}

const askFor = (app: AppApi, userId: string) => app.call(`user/get?userid=${encodeURIComponent(userId)}`);

/** The account behind an encrypted one, which bots get whose maker is no 超级管理员; null when it is none. */
async function plainId(app: AppApi, userId: string): Promise<string | null> {
  const answer = await app
    .call('batch/openuserid_to_userid', JSON.stringify({ open_userid_list: [userId] }))
    .catch(() => null);
  const [found] = (answer?.userid_list ?? []) as readonly { readonly userid?: unknown }[];
  return word(found?.userid) || null;
}

/** The names of departments and of those above them, the nearest first; the company itself is left out. */
async function namesOf(app: AppApi, ids: readonly number[]): Promise<readonly string[]> {
  const names: string[] = [];
  const asked = new Set<number>();
  for (let level = ids; level.length > 0; ) {
    const above: number[] = [];
    for (const id of level) {
      if (asked.has(id) || asked.size >= DEPARTMENTS || !(id > 1)) continue;
      asked.add(id);
      const department = await departmentOf(app, id);
      if (!department) continue;
      names.push(department.name);
      above.push(department.parent);
    }
    level = above;
  }
  return names;
}

/** Null for a department outside of the visible range. */
async function departmentOf(app: AppApi, id: number): Promise<{ name: string; parent: number } | null> {
  const answer = await app.call(`department/get?id=${id}`).catch((error: unknown) => {
    if (error instanceof DeliveryError && error.kind === 'refused') return null;
    throw error;
  });
  const { name, parentid } = (answer?.department ?? {}) as { name?: unknown; parentid?: unknown };
  return word(name) ? { name: word(name), parent: Number(parentid) } : null;
}
