import { defineCommand } from '../../src/commands/define.ts';
import { rest, unit } from '../../src/commands/slots.ts';
import { booksOf } from '../../src/domain/calendar/books.ts';
import type { Period, PeriodKind } from '../../src/domain/calendar/period.ts';
import { Refusal } from '../../src/domain/refusal.ts';
import { readQuestion } from '../../src/reading/question.ts';
import { answerCard } from '../../src/rendering/cards/answer.card.ts';
import { say } from '../../src/rendering/reply.ts';
import { placeName } from '../../src/services/place.ts';
import { type Answered, answerQuestion } from '../../src/services/question.service.ts';

export default defineCommand({
  name: '问数',
  group: 'figures',
  synonyms: ['问', '查数', '统计'],
  initials: 'ws',
  english: ['ask', 'figures'],
  help: '用一句话问数：哪个单位、哪段时间、哪个数',
  usage: '问数 [单位] [期间] 哪个数 多少（不写“问数”直接问也行）',
  examples: ['城关镇上半年到位多少', '问数 今年亿元以上签约几个', '哪些单位本月还没有开工', '履约率怎么样'],
  slots: { unit: unit({ optional: true }), words: rest('要问的话') },
  kind: 'read',
  ability: 'look',
  run: async ({ unit: asked, words }, { tx, org, calendar, today, now }) => {
    const books = booksOf(org.settings);
    const question = readQuestion(words, today, books) ?? readQuestion(`${words} 多少`, today, books);
    if (!question) throw new Refusal('question.unknown');
    if (question.period.from > today) throw new Refusal('question.future', { period: question.period.key });
    const place = placeName(org.name);
    const answered = await answerQuestion(tx, { org, calendar, now }, { ...question, unitId: asked?.id ?? null });
    const reply = answerCard(answered, { name: asked?.name ?? place, place, wants: question.wants });
    const behind = behindLine(asked?.name ?? '全部单位', question.period, answered);
    return behind ? { ...reply, buttons: [say('怎么来的', behind), ...(reply.buttons ?? [])] } : reply;
  },
});

/** The line that opens the first figure into its records; null for weeks and days, which no report has. */
function behindLine(whose: string, { kind }: Period, { periodLabel, answers: [first] }: Answered): string | null {
  if (!first || !REPORTED.includes(kind)) return null;
  const alone = first.unit === '%' || first.unit === '万元/个' ? '' : '/本期';
  const name = first.label.replace(/（(.*)）$/, (_, narrowed: string) => `/${narrowed.replaceAll('、', '/')}`);
  return `口径 ${whose} ${name}${alone} ${periodLabel}`;
}

const REPORTED: readonly PeriodKind[] = ['month', 'quarter', 'half', 'year', 'year-to-month'];
