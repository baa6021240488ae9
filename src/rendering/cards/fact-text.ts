import type { CalendarDate } from '../../domain/calendar/date.ts';
import type { Amount, Area, ForeignAmount } from '../../domain/money/decimal.ts';
import { LEAD_LABELS, type LeadDraft } from '../../domain/project/lead.ts';
import { wholeDayText } from '../day.ts';
import { foreignMoney, land, maskedMobile, money } from '../format.ts';

/** A changed fact with its label, as texts. Mobiles are masked in groups. */
export function factTexts(
  changes: readonly { readonly field: keyof LeadDraft; readonly before: unknown; readonly after: unknown }[],
  inGroup: boolean,
): readonly { readonly label: string; readonly before: string; readonly after: string }[] {
  return changes.map(({ field, before, after }) => ({
    label: LEAD_LABELS[field] ?? EXTRA_LABELS[field] ?? field,
    before: before === null ? '' : factText(field, before, inGroup),
    after: factText(field, after, inGroup),
  }));
}

const EXTRA_LABELS: Readonly<Partial<Record<keyof LeadDraft, string>>> = {
  investmentMax: '总投资上限',
  nextStep: '下一步',
  nextStepOn: '下一步时间',
};

function factText(field: keyof LeadDraft, value: unknown, inGroup: boolean): string {
  switch (field) {
    case 'investment':
    case 'investmentMax':
    case 'fixedAssetsPlan':
    case 'output':
    case 'tax':
      return money(value as Amount);
    case 'foreignPlan':
      return foreignMoney(value as ForeignAmount);
    case 'land':
      return land(value as Area);
    case 'jobs':
      return `${String(value)}人`;
    case 'nextStepOn':
    case 'expectedOn':
      return wholeDayText(value as CalendarDate);
    case 'likelihood':
      return `${String(value)}%`;
    default:
      return inGroup ? String(value).replace(/1\d{10}/g, maskedMobile) : String(value);
  }
}
