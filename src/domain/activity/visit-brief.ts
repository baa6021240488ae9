import type { Offer } from '../offer/offer.ts';
import type { Proposal } from '../place/place.ts';
import type { Policy } from '../policy/policy.ts';
import type { ProjectView } from '../project/view.ts';
import type { TargetFirm } from '../target-firm/target-firm.ts';

/** 四知: what to know before a visit, from our own records alone (practice 2-23). */
export interface VisitBrief {
  readonly who: string;
  readonly chain: string | null;
  /** 知己: what we can offer. */
  readonly ours: {
    readonly local: readonly string[];
    readonly places: readonly Proposal[];
    readonly offers: readonly Offer[];
  };
  /** 知彼: the firm as it stands with us. */
  readonly theirs: { readonly view: ProjectView | null; readonly firm: TargetFirm | null };
  /** 知策: what applies, and what the next stage asks for. */
  readonly rules: {
    readonly policies: readonly Policy[];
    readonly next: string | null;
    readonly proofs: readonly string[];
  };
  /** 知势: gaps nobody fills, and what we lost in this trade. */
  readonly trend: {
    readonly gaps: readonly string[];
    readonly lost: readonly { readonly name: string; readonly to: string | null; readonly reason: string | null }[];
  };
  /** What our record does not know yet. */
  readonly ask: readonly string[];
}
