import { byApposition } from './company-apposition.ts';
import { byFirst } from './company-first.ts';
import type { Candidate } from './company-phrase.ts';
import { byPlaced } from './company-placed.ts';
import { byDescription, byLabel, byLegalForm, byRole, byStock, jointly } from './company-role.ts';
import {
  byCountry,
  byGoods,
  byKnown,
  byLoneWord,
  byOpening,
  byPeople,
  byProject,
  byRegion,
  bySubject,
  byTrade,
} from './company-short.ts';
import { bySite } from './company-site.ts';
import { byUnknown } from './company-unknown.ts';
import { asWritten, type Prepared } from './prepared.ts';

/**
 * The investor as the text writes it; joint investors are joined with 、. Null where none is named: a company already
 * named elsewhere (该公司), a local office or a supplier is no investor. `project` is the project's name, if read already:
 * its head may be the investor's.
 */
export function readCompany(prepared: Prepared, project: string | null = null): string | null {
  let best: Candidate | null = null;
  for (const { most, ways } of TIERS) {
    if (best !== null && best.score > most) break;
    best = strongest(
      ways.flatMap((way) => way(prepared, project)),
      best,
    );
  }
  return best ? best.names.map((name) => asWritten(prepared, name)).join('、') : null;
}

/** Ways of finding an investor, the more telling first, with the highest score that any of a tier can give. */
const TIERS: readonly {
  readonly most: number;
  readonly ways: readonly ((prepared: Prepared, project: string | null) => readonly Candidate[])[];
}[] = [
  { most: Number.POSITIVE_INFINITY, ways: [byLabel, jointly, byRole, byLegalForm, byDescription, byStock] },
  { most: 5, ways: [byTrade, byRegion, byFirst, byApposition, byOpening] },
  { most: 3, ways: [bySite, byPlaced, byCountry, byPeople, byKnown, byProject] },
  { most: 1.5, ways: [bySubject, byLoneWord, byUnknown, byGoods] },
];

/** The most telling candidate; of equals the one that stands first. */
function strongest(candidates: readonly Candidate[], start: Candidate | null): Candidate | null {
  let best = start;
  for (const each of candidates) {
    if (!best || each.score > best.score || (each.score === best.score && each.at < best.at)) best = each;
  }
  return best;
}
