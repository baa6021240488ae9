import web from '../../../src/platforms/web/index.ts';
import type { SealedReply } from '../../../src/rendering/reply.ts';
import { toText } from '../../../src/rendering/text.ts';
import { inOrg } from '../../../src/services/transaction.ts';
import { openStage, troubled } from '../../support/contract-stage.ts';
import { platformContract, type Shown } from '../../support/platform-contract.ts';

const PLACE = { platform: 'web', workspace: 'web', user: 'p1', chat: 'work' };

/** The page puts words in as text nodes alone, so nothing of a reply comes alive there (see the page's own tests). */
const shownOf = (reply: SealedReply): Shown => ({
  text: toText(reply),
  buttons: reply.buttons ?? [],
  files: (reply.parts ?? []).flatMap((part) => ('file' in part ? [part.file.name] : [])),
  alive: [],
});

platformContract('web', { settlesDoubt: true }, () =>
  openStage(PLACE, async (start) => {
    const { platform, trouble, down, up } = troubled();
    const line = await start((host) => {
      const made = web({}, host);
      return made && platform(made);
    });
    const person = await inOrg(line.db, line.orgId, (tx) =>
      tx.sql.selectFrom('people').select('id').executeTakeFirstOrThrow(),
    );
    const say = async (words: object, key: string) => {
      const body = JSON.stringify({ ...words, from: '张三', chat: '张三', message_id: key });
      const { status } = await fetch(`${line.url}/api/chat`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body,
      });
      if (status !== 200) throw new Error(`status ${status}`);
    };
    const shown = async (chat: string): Promise<readonly Shown[]> => {
      const response = await fetch(`${line.url}/chat/messages?chat=${chat}&as=${person.id}`);
      const { messages } = (await response.json()) as { messages: readonly { body: { reply?: SealedReply } }[] };
      const replies = messages.flatMap(({ body }) => (body.reply ? [body.reply] : []));
      return replies.map(shownOf);
    };
    return {
      line,
      says: (text, key) => say({ text }, key),
      presses: ({ token }, key) => say({ press: token }, key),
      answers: () => shown(PLACE.user),
      posts: () => shown(PLACE.chat),
      trouble,
      down,
      up,
    };
  }),
);
