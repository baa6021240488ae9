import { type Facts, hasScale, signOf, signsOfFacts } from './facts.ts';
import { isNoneByDefinition, type Ruled, ruledKind } from './kind.ts';
import { KINDS, type Kind, type MessageWeighed, type TextWeighed, weighMessage } from './message-weighed.ts';
import type { Prepared } from './prepared.ts';

/** A kind with how sure the reading is, 0–1: of readings with 0.7, seven of ten are right. Below 0.5 a person should be asked. */
export interface KindFound {
  readonly kind: Kind;
  readonly confidence: number;
  /** How likely the figures are those of a project (of funds: arrived), whatever else the message is. */
  readonly figures: number;
}

/** No reading is surer: of messages never learned from that looked surer, so many of a hundred were right. */
const SUREST = 0.96;
/** So sure by its characters and its facts that no rule could turn it. */
const PLAINLY = 0.97;
/** How much the rules count beside the weights, where they usually know and where they do not; measured on messages that neither had seen. */
const RULED = { sure: 0.55, unsure: 0.4 };
/** The signs of what the rules say stand behind those of the facts. */
const SIGN_OF_RULES = 130;

/** The facts of a message, and what the rules make of them, as signs to be weighed beside its characters. */
export const signsOf = (prepared: Prepared, facts: Facts): readonly number[] => [
  ...signsOfFacts(prepared, facts),
  signOfRules(ruledKind(prepared, facts)),
];

const signOfRules = ({ kind, sure }: Ruled): number => signOf(SIGN_OF_RULES + KINDS.indexOf(kind) * 2 + (sure ? 1 : 0));

/** What a message is about, and the stage it speaks for. */
export interface Judged extends KindFound {
  readonly stage: MessageWeighed['stage'];
}

/**
 * What a message is about, its characters heard: by its facts and, where they leave a doubt, by what the rules make of it, once
 * as a sign among the others and once on their own. What the definition of a kind asks for is kept.
 */
export function judge(prepared: Prepared, facts: Facts, heard: TextWeighed): Judged {
  const plainly = weighMessage(heard, signsOfFacts(prepared, facts));
  const { stage } = plainly;
  if (isNoneByDefinition(prepared.plain, facts)) return { kind: 'none', confidence: 0.95, figures: 0, stage };
  const likely = withinDefinition(plainly.kinds, prepared, facts);
  if (!facts.several && KINDS.some((kind) => likely[kind] > PLAINLY)) return { ...likeliest(likely), stage };
  const ruled = ruledKind(prepared, facts);
  const weighed = weighMessage(heard, [signOfRules(ruled)]);
  const both = withinDefinition(weighed.kinds, prepared, facts);
  const more = ruled.sure ? RULED.sure : RULED.unsure;
  both[ruled.kind] += more;
  for (const kind of KINDS) both[kind] /= 1 + more;
  return { ...likeliest(both), stage: weighed.stage };
}

function likeliest(likely: Readonly<Record<Kind, number>>): KindFound {
  const kind = KINDS.reduce((best, each) => (likely[each] > likely[best] ? each : best));
  const figures = kind === 'funds' ? likely.funds : 1 - likely.none - likely.activity - likely.funds;
  return { kind, confidence: Math.min(Math.round(100 * likely[kind]) / 100, SUREST), figures };
}

/** With a figure of how big the project is a stage is a lead's; without a sum no funds came. */
function withinDefinition(likely: Record<Kind, number>, { amounts }: Prepared, { scale }: Facts): Record<Kind, number> {
  const stage = hasScale(scale) ? likely.stage : 0;
  const funds = amounts.length === 0 ? likely.funds : 0;
  return {
    ...likely,
    lead: likely.lead + stage,
    stage: likely.stage - stage,
    funds: likely.funds - funds,
    none: likely.none + funds,
  };
}
