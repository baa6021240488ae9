import { memoryPlatform } from '../../../src/platforms/memory/index.ts';
import type { SealedReply } from '../../../src/rendering/reply.ts';
import { toText } from '../../../src/rendering/text.ts';
import { openStage, troubled } from '../../support/contract-stage.ts';
import { platformContract, type Shown } from '../../support/platform-contract.ts';

const PLACE = { platform: 'memory', workspace: 'memory', user: 'zhang', chat: 'work' };

const shownOf = (reply: SealedReply): Shown => ({
  text: toText(reply),
  buttons: reply.buttons ?? [],
  files: (reply.parts ?? []).flatMap((part) => ('file' in part ? [part.file.name] : [])),
  alive: [],
});

platformContract('memory', { settlesDoubt: true }, () =>
  openStage(PLACE, async (start) => {
    const answers: Shown[] = [];
    const { platform, trouble, down, up } = troubled();
    let memory: ReturnType<typeof memoryPlatform> | undefined;
    const line = await start((host) => {
      memory = memoryPlatform(host);
      return platform(memory);
    });
    const say = async (words: { text: string } | { press: string }, key: string) => {
      const answer = await memory?.says({ ...words, key, person: PLACE.user, chat: PLACE.chat });
      if (answer && !answer.repeated) answers.push(...answer.replies.map(shownOf));
    };
    return {
      line,
      says: (text, key) => say({ text }, key),
      presses: ({ token }, key) => say({ press: token }, key),
      answers: async () => answers,
      posts: async () => (memory?.sent ?? []).map(({ reply }) => shownOf(reply)),
      trouble,
      down,
      up,
    };
  }),
);
