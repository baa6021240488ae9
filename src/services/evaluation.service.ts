import { latestDiligence } from '../db/diligence.repository.ts';
import { insertEvaluation } from '../db/evaluation.repository.ts';
import type { Fulfilment } from '../domain/evaluation/forecast.ts';
import { type BookFacts, type BookThresholds, type Evaluation, weigh } from '../domain/evaluation/three-books.ts';
import type { Diligence } from '../domain/project/diligence.ts';
import type { LeadDraft } from '../domain/project/lead.ts';
import type { Project } from '../domain/project/project.ts';
import { Refusal } from '../domain/refusal.ts';
import type { Settings } from '../domain/settings.ts';
import type { Acting } from './acting.ts';
import { fulfilmentOf } from './fulfilment.service.ts';
import { amendProject } from './project.service.ts';
import type { OrgTx } from './transaction.ts';

/** An evaluation with the project it is of, and what production has brought so far beside what was forecast. */
export interface Evaluated {
  readonly project: Project;
  readonly evaluation: Evaluation;
  /** Null before production. The forecast is that of the last evaluation before production. */
  readonly fulfilment: Fulfilment | null;
  /** What was last found of the investor's strength and risk; null when nobody looked. */
  readonly diligence: Diligence | null;
}

/**
 * 评估: adds the facts that were said, weighs the project by the org's thresholds and keeps the verdict with its inputs.
 * `declined`: what the client will not give.
 */
export async function evaluate(
  tx: OrgTx,
  acting: Acting,
  before: Project,
  told: {
    readonly facts: LeadDraft | null;
    readonly declined: ReadonlySet<keyof BookFacts>;
    readonly veto: string | null;
  },
): Promise<Evaluated> {
  const project = told.facts ? await amended(tx, acting, before, told.facts) : before;
  const facts = factsOf(project);
  const fulfilled = await fulfilmentOf(tx, before, acting.today);
  const thresholds = thresholdsOf(acting.org.settings);
  const evaluation = weigh(facts, thresholds, told);
  await insertEvaluation(tx, project.id, evaluation, {
    inputs: { facts, thresholds, declined: [...told.declined] },
    by: acting.actor.personId,
    at: acting.now,
  });
  const diligence = await latestDiligence(tx, project.id);
  return { project, evaluation, fulfilment: fulfilled, diligence };
}

async function amended(tx: OrgTx, acting: Acting, project: Project, facts: LeadDraft): Promise<Project> {
  return amendProject(tx, acting, project, facts).then(
    (done) => done.project,
    (error: unknown) => {
      if (error instanceof Refusal && error.code === 'amend.nothing') return project;
      throw error;
    },
  );
}

const factsOf = ({ chain, investment, land, jobs, output, tax }: Project): BookFacts => ({
  chain,
  investment,
  land,
  jobs,
  output,
  tax,
});

const thresholdsOf = (settings: Settings): BookThresholds => ({
  mainChains: settings.chains.map(({ name }) => name),
  taxPerMu: settings.taxPerMu,
  taxPerOutput: settings.taxPerOutput,
  investmentPerMu: settings.investmentPerMu,
  jobs: settings.bookJobs,
  jobsPerMu: settings.jobsPerMu,
});
