import { Writable } from 'node:stream';
import { sealerOf } from '../../../src/commands/buttons.ts';
import { type Dispatcher, dispatcherOf } from '../../../src/commands/dispatch.ts';
import type { Incoming, IncomingFile } from '../../../src/commands/incoming.ts';
import { type CommandBook, loadCommands } from '../../../src/commands/load.ts';
import { type Database, openDatabase } from '../../../src/db/database.ts';
import { openLog } from '../../../src/log.ts';
import type { SealedReply } from '../../../src/rendering/reply.ts';
import { inOrg, type OrgTx } from '../../../src/services/transaction.ts';

/** Where people speak in the built-in line. */
export const ORG = 'memory-org';
export const FOREIGN = 'memory-foreign';
/** The fixture's time: Wednesday 2026-06-10 10:00 in Shanghai. */
export const NOW = '2026-06-10T10:00:00+08:00';

/** How something is said. */
export interface Saying {
  readonly chat?: string | undefined;
  readonly workspace?: string;
  readonly messageId?: string | undefined;
  readonly quote?: string | undefined;
  readonly files?: readonly IncomingFile[];
  readonly press?: string | undefined;
}

/** The real line over a database, with a clock that is set by hand and a log that is kept. */
export interface Bench {
  readonly database: Database;
  readonly dispatcher: Dispatcher;
  readonly book: CommandBook;
  readonly sealer: ReturnType<typeof sealerOf>;
  readonly log: ReturnType<typeof openLog>;
  readonly logged: readonly string[];
  clock(): Date;
  at(instant: string | Date): void;
  /** Says a text (or presses a button) as the fixture's person of this key; gives one reply for each line. */
  say(who: string, text: string, saying?: Saying): Promise<readonly SealedReply[]>;
  inOrg<Result>(orgId: number, work: (tx: OrgTx) => Promise<Result>): Promise<Result>;
  close(): Promise<void>;
}

let book: Promise<CommandBook> | undefined;

/** Opens the line over a database that exists. */
export async function openBench(url: string): Promise<Bench> {
  const database = openDatabase({ url, role: 'xiaozhao_app', maxConnections: 8 });
  book ??= loadCommands();
  const commands = await book;
  const logged: string[] = [];
  const keep = new Writable({
    write: (chunk: Buffer, _, done) => {
      logged.push(chunk.toString());
      done();
    },
  });
  const log = openLog('debug', { destination: keep });
  const sealer = sealerOf('a secret of the tests');
  let now = new Date(NOW);
  const clock = () => now;
  const dispatcher = dispatcherOf({ db: database.db, book: commands, sealer, clock, log });
  let messages = 0;
  return {
    ...{ database, dispatcher, book: commands, sealer, log, logged, clock },
    at: (instant) => {
      now = new Date(instant);
    },
    say: async (who, text, saying = {}) => {
      messages += 1;
      const incoming = incomingOf(who, text, {
        ...saying,
        messageId: saying.messageId ?? `m${Date.now()}-${messages}`,
      });
      return (await dispatcher.dispatch(incoming)).replies;
    },
    inOrg: (orgId, work) => inOrg(database.db, orgId, work),
    close: async () => {
      await dispatcher.settled();
      await database.close();
    },
  };
}

function incomingOf(who: string, text: string, saying: Saying): Incoming {
  const direct = saying.chat === 'dm';
  return {
    platform: 'memory',
    workspace: saying.workspace ?? ORG,
    source: saying.press === undefined ? 'message' : 'press',
    key: saying.messageId ?? '',
    chat: direct
      ? { externalId: who, kind: 'direct' }
      : { externalId: saying.chat ?? 'g.work', kind: 'group', name: '招商工作群' },
    sender: { externalId: who },
    text,
    answer: 'return',
    ...(saying.press === undefined ? {} : { press: saying.press }),
    ...(saying.quote === undefined ? {} : { quote: saying.quote }),
    ...(saying.files === undefined ? {} : { files: saying.files }),
  };
}
