import type { CalendarDate } from '../../domain/calendar/date.ts';
import { type Entry, entryNumber } from '../../domain/ledger/entry.ts';
import type { Evidence } from '../../domain/project/evidence.ts';
import type { ProjectEvent } from '../../domain/project/history.ts';
import type { Project } from '../../domain/project/project.ts';
import { type Proofs, proofName } from '../../domain/project/proof.ts';
import { type Button, list, note, type Part, type Reply } from '../reply.ts';
import { entryLine } from './entry.card.ts';
import { eventText, projectTitle } from './project.card.ts';

/** Evidence as cards show it; the service's proof fits. */
export interface ProofSight {
  readonly proven: { readonly project: Project; readonly event: ProjectEvent | null; readonly entry: Entry | null };
  readonly kept: readonly Evidence[];
  readonly missing: readonly string[];
}

const numberOf = ({ project, entry }: ProofSight['proven']): string => (entry ? entryNumber(entry) : `X${project.id}`);

const whatOf = ({ project, event, entry }: ProofSight['proven'], today: CalendarDate): string =>
  entry
    ? entryLine(entry, project, today)
    : `${projectTitle(project)}${event ? `：${eventText({ ...event, note: null }, today)}` : ''}`;

const fileText = ({ label, file }: Evidence): string => (label ? `${label}（${file.name}）` : file.name);

/** Under a report just filed: what was kept with it, and which proof is still asked for. */
export function proofNotes(sight: ProofSight): readonly Part[] {
  const number = numberOf(sight.proven);
  return [
    ...(sight.kept.length > 0 ? [note(`已存凭据：${sight.kept.map(fileText).join('、')}`)] : []),
    ...(sight.missing.length > 0
      ? [note(`还缺凭据：${sight.missing.join('、')}，拍照直接发来，或附“凭据 ${number}”。`)]
      : []),
  ];
}

/** Files that were kept as evidence. */
export function evidenceKeptCard(sight: ProofSight, today: CalendarDate): Reply {
  return {
    title: `已存凭据：${whatOf(sight.proven, today)}`,
    tone: 'ok',
    record: numberOf(sight.proven),
    parts: [
      note(sight.kept.map(fileText).join('、')),
      note(sight.missing.length > 0 ? `还缺：${sight.missing.join('、')}。` : '要的凭据齐了，等投促中心核实。'),
    ],
  };
}

/** The evidence of a number, each file to be opened; what may be decided is a tap away for staff. */
export function evidenceCard(sight: ProofSight, today: CalendarDate, buttons: readonly Button[]): Reply {
  const { kept, missing, proven } = sight;
  return {
    title: `${kept.length === 0 ? '没有凭据' : `凭据 ${kept.length} 份`}：${whatOf(proven, today)}`,
    tone: 'info',
    record: numberOf(proven),
    private: true,
    parts: [
      ...kept
        .slice(-8)
        .map(
          ({ file, label }): Part =>
            file.mime.startsWith('image/') && file.mime !== 'image/heic'
              ? { type: 'picture', file, alt: label ?? file.name }
              : { type: 'file', file },
        ),
      ...(kept.length > 8 ? [note(`只显示最近 8 份，共 ${kept.length} 份。`)] : []),
      ...(missing.length > 0 ? [note(`还缺：${missing.join('、')}。`)] : []),
    ],
    buttons,
  };
}

/** Which proofs are asked for before something counts; who may, is told how to change them. */
export const proofsAskedCard = (proofs: Proofs, mayChange: boolean): Reply => ({
  title: '要什么凭据才认定',
  tone: 'info',
  parts: [
    list(Object.entries(proofs).map(([kind, wanted]) => `${kind}：${wanted.map(proofName).join('、') || '不要'}`)),
    note('填报时随照片或文件一起发，或之后发“凭据 编号”；投促中心看过再核实。'),
    ...(mayChange ? [note('改：设置 凭据 到位 银行回单、验资报告。')] : []),
  ],
});

/** Files that came without words: for which report are they? */
export function evidenceAskCard(
  names: readonly string[],
  options: readonly ProofSight['proven'][],
  id: number,
  today: CalendarDate,
): Reply {
  const none = options.length === 0;
  return {
    title: `收到 ${names.join('、')}，作为哪一项的凭据？`,
    tone: 'ask',
    parts: [
      note(
        none
          ? '还没有归到哪一项。请回复编号，例如 X113（项目现在的阶段）或 L12（一笔台账）。'
          : '还没有归到哪一项。点一项，或回复编号，例如 X113 或 L12。',
      ),
    ],
    buttons: [
      ...options.map((proven) => ({
        label:
          `${numberOf(proven)} ${proven.entry ? entryLine(proven.entry, proven.project, today).split(' ').slice(1, 3).join(' ') : (proven.event?.toStage ?? '')}`.slice(
            0,
            24,
          ),
        press: { command: '凭据', action: 'attach', args: { id, number: numberOf(proven) } },
      })),
      { label: '不存', press: { command: '凭据', action: 'drop', args: { id } } },
    ],
  };
}
