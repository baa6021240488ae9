/** One write as the audit keeps it (留痕): who, when, by which command, what changed. */
export interface TrailLine {
  readonly at: Date;
  readonly person: string | null;
  readonly command: string;
  /** The title of the reply that was given. */
  readonly reply: string | null;
  readonly changes: readonly {
    readonly table: string;
    /** The row before (null: it was new) and after, by column. */
    readonly before: Readonly<Record<string, unknown>> | null;
    readonly after: Readonly<Record<string, unknown>>;
  }[];
  /** Taken back by 撤销. */
  readonly undone: boolean;
}

/** Columns of projects that people know by a name; money in 万元. */
const NAMED: Readonly<Record<string, string>> = {
  name: '项目',
  investor: '投资方',
  credit_code: '信用代码',
  chain: '产业链',
  investment_wan: '总投资（万元）',
  agreement_wan: '协议额（万元）',
  fixed_assets_plan_wan: '固投计划（万元）',
  foreign_plan_wan_usd: '外资（万美元）',
  land_mu: '用地（亩）',
  jobs: '用工',
  output_wan: '年产值（万元）',
  tax_wan: '年税收（万元）',
  source_method: '招商方式',
  referrer: '引荐人',
  investor_region: '来自',
  site: '选址',
  leader: '包干领导',
  team: '服务团队',
  service_officer: '首席服务官',
  project_type: '类型',
  likelihood: '把握（%）',
  expected_on: '预计时间',
  lost_to: '去向',
  stage: '阶段',
  stage_state: '核实状态',
  next_step: '下一步',
  lost_reason: '流失原因',
};

/** Before and after of what a write changed in a project; nothing for new rows. */
export function changedFields({ changes }: TrailLine): readonly { label: string; was: string; now: string }[] {
  return changes.flatMap(({ table, before, after }) =>
    table !== 'projects' || before === null
      ? []
      : Object.entries(NAMED).flatMap(([column, label]) => {
          const [was, now] = [plain(before[column]), plain(after[column])];
          return was === now ? [] : [{ label, was, now }];
        }),
  );
}

const STATES: Readonly<Record<string, string>> = { reported: '待核实', verified: '已核实', returned: '已退回' };

function plain(value: unknown): string {
  if (value === null || value === undefined || value === '') return '（空）';
  const text = String(value);
  return STATES[text] ?? (/^-?\d+\.\d*0$|\.0+$/.test(text) ? text.replace(/\.?0+$/, '') : text);
}
