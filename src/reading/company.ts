import type { Candidate } from './company-phrase.ts';
import { byDescription, byLabel, byLegalForm, byRole, byStock, jointly } from './company-role.ts';
import { byCountry, byKnown, byLoneWord, byOpening, byProject, byRegion, bySubject, byTrade } from './company-short.ts';
import { byUnknown } from './company-unknown.ts';
import { asWritten, type Prepared } from './prepared.ts';

/**
 * The investor as the text writes it; joint investors are joined with 、. Null where none is named: a company already
 * named elsewhere (该公司), a local office or a supplier is no investor. `project` is the project's name, if read already:
 * its head may be the investor's.
 */
export function readCompany(prepared: Prepared, project: string | null = null): string | null {
  const candidates: readonly Candidate[] = [
    ...byLabel(prepared),
    ...jointly(prepared),
    ...byRole(prepared),
    ...byLegalForm(prepared),
    ...byDescription(prepared),
    ...byTrade(prepared),
    ...byRegion(prepared),
    ...byCountry(prepared),
    ...byKnown(prepared),
    ...byProject(prepared, project),
    ...byOpening(prepared),
    ...bySubject(prepared),
    ...byLoneWord(prepared),
    ...byStock(prepared),
  ];
  let best = strongest(candidates, null);
  if (!best || best.score <= 1) best = strongest([...byUnknown(prepared)], best);
  return best ? best.names.map((name) => asWritten(prepared, name)).join('、') : null;
}

/** The most telling candidate; of equals the one that stands first. */
function strongest(candidates: readonly Candidate[], start: Candidate | null): Candidate | null {
  let best = start;
  for (const each of candidates) {
    if (!best || each.score > best.score || (each.score === best.score && each.at < best.at)) best = each;
  }
  return best;
}
