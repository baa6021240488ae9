import { lostOfChain, projectsOfChain } from '../db/chain.repository.ts';
import type { VisitBrief } from '../domain/activity/visit-brief.ts';
import { mapChain } from '../domain/chain/chain-map.ts';
import { packageFor } from '../domain/policy/policy.ts';
import type { Project } from '../domain/project/project.ts';
import { proofName } from '../domain/project/proof.ts';
import { nextStage } from '../domain/project/stage.ts';
import { Refusal } from '../domain/refusal.ts';
import type { Acting } from './acting.ts';
import { listOffers } from './offer.service.ts';
import { placesFor } from './place.service.ts';
import { listPolicies } from './policy.service.ts';
import { seesWhole, viewProject } from './project.service.ts';
import { resolveProject } from './resolve.service.ts';
import { firmOf } from './target-firm.service.ts';
import type { OrgTx } from './transaction.ts';

/**
 * The brief about a project or a firm of the list. Refusals "brief.unknown" where neither is known, "access.not-yours" for
 * another unit's project.
 */
export async function visitBrief(
  tx: OrgTx,
  acting: Acting,
  about: { readonly project: Project | null; readonly words: string },
): Promise<VisitBrief> {
  const { actor, today, org } = acting;
  const named = about.project === null && about.words ? await resolveProject(tx, { words: about.words }) : [];
  const project = about.project ?? named.find((one) => seesWhole(actor, one)) ?? null;
  const firm = await firmOf(tx, about.words || project?.investor || project?.name || '');
  if (!project && named.length > 0 && !firm) throw new Refusal('access.not-yours', { ability: 'look' });
  if (!project && !firm) throw new Refusal('brief.unknown', { words: about.words.slice(0, 20) });
  if (project && !seesWhole(actor, project)) throw new Refusal('access.not-yours', { ability: 'look' });
  const chain = project?.chain ?? firm?.chain ?? null;
  const map = await mapOf(tx, acting, chain);
  const facts = project ?? { chain, projectType: '内资', investment: null, investmentMax: null };
  const next = project ? nextStage(project.stage, org.settings.optionalStages) : null;
  return {
    who: firm?.name ?? project?.investor ?? project?.name ?? '',
    chain,
    ours: {
      local: map.local,
      places: project ? await placesFor(tx, project) : await placesFor(tx, { land: null, chain, unitId: actor.unitId }),
      offers: (await listOffers(tx)).filter((offer) => chain !== null && offer.chain === chain),
    },
    theirs: { view: project && (await viewProject(tx, acting, project)), firm },
    rules: {
      policies: packageFor(await listPolicies(tx), facts, today).certain,
      next,
      proofs: next === null ? [] : (org.settings.proofs[next] ?? []).map(proofName),
    },
    trend: { gaps: map.gaps, lost: chain === null ? [] : await lostOfChain(tx, chain) },
    ask: missingIn(project),
  };
}

async function mapOf(
  tx: OrgTx,
  { org }: Pick<Acting, 'org'>,
  name: string | null,
): Promise<{ readonly local: readonly string[]; readonly gaps: readonly string[] }> {
  const chain = org.settings.chains.find((one) => one.name === name);
  if (!chain) return { local: [], gaps: [] };
  const projects = await projectsOfChain(tx, chain.name);
  const { nodes, elsewhere } = mapChain(chain, projects);
  const landed = [...nodes.flatMap(({ local }) => local), ...elsewhere].filter(({ stage }) => LANDED.includes(stage));
  return {
    local: landed.map((one) => one.name),
    gaps: nodes.filter(({ state }) => state === '缺').map((node) => node.name),
  };
}

const LANDED = ['开工', '竣工', '投产'];

/** The facts that a visit should bring home. */
const WANTED: readonly (readonly [keyof Project, string])[] = [
  ['investment', '总投资多少、分几期'],
  ['land', '要多少地、什么条件'],
  ['jobs', '用多少人、什么工种'],
  ['output', '达产年产值'],
  ['tax', '达产年税收'],
  ['nextStep', '下一步谁来定、什么时候定'],
];

const missingIn = (project: Project | null): readonly string[] =>
  WANTED.filter(([field]) => project === null || project[field] === null).map(([, words]) => words);
