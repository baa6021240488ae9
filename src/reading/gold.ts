import type { Decimal } from '../domain/money/decimal.ts';
import type { Understood } from './message.ts';

/** A message as the capture data writes it: null means that the text does not say. */
export interface CaptureFields {
  readonly company: string | null;
  readonly project: string | null;
  readonly industry: string | null;
  readonly investment_wan: number | null;
  readonly investment_wan_max: number | null;
  readonly fdi_wan_usd: number | null;
  readonly other_currency: { readonly amount: number; readonly currency: string } | null;
  readonly land_mu: number | null;
  readonly jobs: number | null;
  readonly annual_output_wan: number | null;
  readonly annual_tax_wan: number | null;
  readonly contact_name: string | null;
  readonly contact_phone: string | null;
  readonly region_from: string | null;
  readonly source_method: string | null;
  readonly referrer: string | null;
  readonly stage: string | null;
  readonly date: string | null;
}

/** JSON numbers are the shape of that data; the exact decimals stay in {@link Understood}. */
const number = (value: Decimal | null): number | null => (value === null ? null : Number(value));

/** What was understood, in the shape of the capture data. */
export function toGold(understood: Understood): CaptureFields {
  const other = understood.otherCurrency;
  return {
    company: understood.company,
    project: understood.project,
    industry: understood.industry,
    investment_wan: number(understood.investment),
    investment_wan_max: number(understood.investmentMax),
    fdi_wan_usd: number(understood.foreign),
    other_currency: other && { amount: Number(other.amount), currency: other.currency },
    land_mu: number(understood.land),
    jobs: understood.jobs,
    annual_output_wan: number(understood.output),
    annual_tax_wan: number(understood.tax),
    contact_name: understood.contactName,
    contact_phone: understood.contactPhone,
    region_from: understood.regionFrom,
    source_method: understood.sourceMethod,
    referrer: understood.referrer,
    stage: understood.stage,
    date: understood.date,
  };
}
