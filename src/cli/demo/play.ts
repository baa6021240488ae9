import type { App } from '../../app.ts';
import { addDays, type CalendarDate, instantAt } from '../../domain/calendar/date.ts';
import { workCalendar } from '../../domain/calendar/workday.ts';
import { memoryPlatform } from '../../platforms/memory/index.ts';
import { tick } from '../../queue/tick.ts';
import type { SealedReply } from '../../rendering/reply.ts';
import { toText } from '../../rendering/text.ts';
import { readFile } from '../../services/file.service.ts';
import { randomOf } from '../../services/sample/random.ts';
import { createSampleOrg } from '../../services/sample/sample.service.ts';
import { inOrg } from '../../services/transaction.ts';
import { castOf, type Player } from './cast.ts';
import { scenesOf } from './scenes.ts';

/** What is played. */
export interface Playing {
  readonly start: CalendarDate;
  readonly days: number;
  setClock(instant: Date): void;
}

/** What came of it. */
export interface Played {
  readonly transcript: string;
  readonly files: readonly { readonly name: string; readonly bytes: Uint8Array }[];
  readonly messages: number;
  readonly posts: number;
}

const ZONE = 'Asia/Shanghai';
const TICKS = ['08:30', '09:00', '10:00', '17:00'];

/** Plays the days: ticks at the hours posts are due, people's messages in between, everything through the real line. */
export async function play(app: App, { start, days, setClock }: Playing): Promise<Played> {
  const { db } = app.database;
  const calendar = workCalendar();
  setClock(instantAt(addDays(start, -1), '20:00', ZONE));
  const orgId = await createSampleOrg(db, app.host.now(), { platform: 'memory', workspace: 'memory' });
  const cast = await inOrg(db, orgId, castOf);
  const stage = memoryPlatform(app.host);
  const lines: string[] = [];
  const fileIds = new Map<string, string>();
  const random = randomOf(7);
  let [messages, heard, posts] = [0, 0, 0];

  const listen = async (clock: string) => {
    await app.deliver([stage]);
    for (const message of stage.sent.slice(heard)) {
      posts += 1;
      lines.push(`\n【${clock}】→ ${cast.nameOf(message.chat)}`, message.text);
      collect(message.reply, fileIds);
    }
    heard = stage.sent.length;
  };

  const says = async (player: Player, text: string, clock: string, press?: string): Promise<readonly SealedReply[]> => {
    messages += 1;
    const said = {
      person: player.externalId,
      chat: cast.mainChat,
      key: `demo-${messages}`,
      ...(press === undefined ? { text: `@小招 ${text}` } : { press }),
    };
    const { replies } = await stage.says(said);
    lines.push(`\n【${clock}】${player.name}：${press === undefined ? `@小招 ${text}` : `（按“${text}”）`}`);
    for (const reply of replies) {
      lines.push(
        `小招：${toText(reply)}`,
        ...(reply.buttons?.length ? [`  ［${reply.buttons.map((button) => button.label).join('］［')}］`] : []),
      );
      collect(reply, fileIds);
    }
    return replies;
  };

  await tick(db, app.jobs, app.host.now());
  for (let [day, played] = [start, 0]; played < days; day = addDays(day, 1)) {
    if (!calendar.isWorkday(day)) continue;
    played += 1;
    lines.push(`\n════ ${day} ════`);
    const scenes = scenesOf(random, cast, played);
    for (const clock of [
      ...TICKS,
      ...scenes.map(
        (_, at) =>
          `${String(9 + Math.floor((at * 8) / Math.max(1, scenes.length))).padStart(2, '0')}:${String(5 + at).padStart(2, '0')}`,
      ),
    ].sort()) {
      setClock(instantAt(day, clock, ZONE));
      if (TICKS.includes(clock)) await tick(db, app.jobs, app.host.now());
      else await scenes.shift()?.((player, text, press) => says(player, text, clock, press));
      await listen(clock);
    }
  }
  const files = await inOrg(db, orgId, async (tx) => {
    const kept = await Promise.all(
      [...fileIds].map(async ([id, name]) => ({ name, bytes: (await readFile(tx, id))?.bytes ?? new Uint8Array() })),
    );
    return kept;
  });
  return { transcript: `${lines.join('\n')}\n`, files, messages, posts };
}

function collect(reply: SealedReply, files: Map<string, string>): void {
  for (const part of reply.parts ?? [])
    if (part.type === 'picture' || part.type === 'file') files.set(part.file.id, part.file.name);
}
