import type { CampaignRow, ObjectionRow, PeerFigureRow, PledgeRow } from './board.table.ts';
import type { DiligenceRow } from './diligence.table.ts';
import type { DrillRow } from './drill.table.ts';
import type { EventRow, EventScoreRow } from './event.table.ts';
import type { FeedbackRow } from './feedback.table.ts';
import type {
  ClosingRow,
  EntryRow,
  KeptMonthRow,
  ReportFileRow,
  ReportRow,
  SchemeRow,
  TargetRow,
} from './ledger.table.ts';
import type { EffectRow, MaterialRow, PostDayRow } from './material.table.ts';
import type {
  HandoverRow,
  InboxRow,
  KeptValueRow,
  LeaseRow,
  OrgRow,
  OutboxRow,
  PostLedgerRow,
  SendRateRow,
  TickRow,
  WorkspaceRow,
} from './org.table.ts';
import type { ReferrerReplyRow, SuccessionRow, TipRow } from './outreach.table.ts';
import type { PlaceRow, PlaceUseRow } from './place.table.ts';
import type { PolicyRow } from './policy.table.ts';
import type { PraiseRow } from './praise.table.ts';
import type {
  EvaluationRow,
  EvidenceRow,
  ProjectContactRow,
  ProjectEventRow,
  ProjectRow,
  ProjectShareRow,
  RewardNoticeRow,
  RewardPaymentRow,
  TransferRow,
} from './project.table.ts';
import type { CommitmentRow, ProblemMeetingRow, RequestRow } from './promise.table.ts';
import type { OfferPitchRow, OfferRow, TargetFirmRow } from './prospect.table.ts';
import type { ExpectedEntryRow, ResourceRow } from './resource.table.ts';
import type { ReviewOpinionRow, ReviewRow } from './review.table.ts';
import type {
  ApiTokenRow,
  AuditRow,
  ChatRow,
  CounterRow,
  FileRow,
  IdentityRow,
  LoginLinkRow,
  MessageRow,
  PendingRow,
  PersonRow,
  SessionRow,
  UnitRow,
} from './roster.table.ts';
import type { WebhookRow } from './webhook.table.ts';
import type {
  ActivityRow,
  BroadcastReceiptRow,
  BroadcastRow,
  LadderRungRow,
  MeetingRow,
  ProblemRow,
  TaskNoteRow,
  TaskRow,
} from './work.table.ts';

/** Every table of the database, as kysely sees it. */
export interface Tables {
  orgs: OrgRow;
  workspaces: WorkspaceRow;
  inbox: InboxRow;
  outbox: OutboxRow;
  send_rates: SendRateRow;
  post_ledger: PostLedgerRow;
  ticks: TickRow;
  leases: LeaseRow;
  handovers: HandoverRow;
  kept_values: KeptValueRow;
  counters: CounterRow;
  units: UnitRow;
  people: PersonRow;
  identities: IdentityRow;
  chats: ChatRow;
  audit: AuditRow;
  pending: PendingRow;
  files: FileRow;
  messages: MessageRow;
  login_links: LoginLinkRow;
  sessions: SessionRow;
  api_tokens: ApiTokenRow;
  webhooks: WebhookRow;
  feedback: FeedbackRow;
  praises: PraiseRow;
  drills: DrillRow;
  diligences: DiligenceRow;
  projects: ProjectRow;
  project_contacts: ProjectContactRow;
  project_events: ProjectEventRow;
  evidence: EvidenceRow;
  project_shares: ProjectShareRow;
  transfers: TransferRow;
  evaluations: EvaluationRow;
  reward_payments: RewardPaymentRow;
  reward_notices: RewardNoticeRow;
  successions: SuccessionRow;
  referrer_replies: ReferrerReplyRow;
  tips: TipRow;
  tasks: TaskRow;
  task_notes: TaskNoteRow;
  problems: ProblemRow;
  problem_meetings: ProblemMeetingRow;
  commitments: CommitmentRow;
  requests: RequestRow;
  ladder_rungs: LadderRungRow;
  activities: ActivityRow;
  broadcasts: BroadcastRow;
  broadcast_receipts: BroadcastReceiptRow;
  entries: EntryRow;
  closings: ClosingRow;
  kept_months: KeptMonthRow;
  targets: TargetRow;
  schemes: SchemeRow;
  reports: ReportRow;
  report_files: ReportFileRow;
  campaigns: CampaignRow;
  objections: ObjectionRow;
  peer_figures: PeerFigureRow;
  pledges: PledgeRow;
  places: PlaceRow;
  place_uses: PlaceUseRow;
  policies: PolicyRow;
  reviews: ReviewRow;
  meetings: MeetingRow;
  resources: ResourceRow;
  offers: OfferRow;
  offer_pitches: OfferPitchRow;
  target_firms: TargetFirmRow;
  events: EventRow;
  event_scores: EventScoreRow;
  materials: MaterialRow;
  effects: EffectRow;
  post_days: PostDayRow;
  expected_entries: ExpectedEntryRow;
  review_opinions: ReviewOpinionRow;
}
