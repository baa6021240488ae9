import { mkdir, writeFile } from 'node:fs/promises';
import { basename, dirname } from 'node:path';
import {
  effectsSheet,
  eventsSheet,
  placesSheet,
  policiesSheet,
  resourcesSheet,
  reviewsSheet,
} from '../rendering/xlsx/collections.ts';
import {
  chainsSheet,
  type Heading,
  ledgersSheet,
  rosterSheet,
  targetsSheet,
  tasksSheet,
  unitsSheet,
} from '../rendering/xlsx/exports.ts';
import { registerWorkbook } from '../rendering/xlsx/register.ts';
import { type Sheet, workbook } from '../rendering/xlsx/sheet.ts';
import { listEffects } from '../services/effect.service.ts';
import { wholeCalendar } from '../services/event.service.ts';
import { ledgerLines, targetLines, taskLines } from '../services/export.service.ts';
import { listPlaces } from '../services/place.service.ts';
import { listPolicies } from '../services/policy.service.ts';
import { type RegisterFilter, wholeRegister } from '../services/register.service.ts';
import { listResources } from '../services/resource.service.ts';
import { everyReview } from '../services/review.service.ts';
import { listPeople, listUnits } from '../services/roster.service.ts';
import { inOrg, type OrgTx } from '../services/transaction.ts';
import { noteDone } from './audit.ts';
import { type CliCommand, UsageError } from './define.ts';
import { type Operator, operatorIn } from './operator.ts';
import { readInstant, readOptions } from './options.ts';
import { orgOf, withApp } from './with-app.ts';

interface Exported {
  readonly rows: number;
  readonly bytes: Uint8Array;
}

type Export = (tx: OrgTx, operator: Operator, heading: Heading) => Promise<Exported>;

const one = async (sheet: Sheet): Promise<Exported> => ({ rows: sheet.rows.length, bytes: await workbook([sheet]) });

const KINDS: Readonly<Record<string, Export>> = {
  roster: async (tx, _, heading) =>
    one(
      rosterSheet(
        heading,
        (await listPeople(tx)).filter((person) => !person.disabled),
      ),
    ),
  units: async (tx, _, heading) => one(unitsSheet(heading, await listUnits(tx))),
  projects: async (tx, operator, heading) => {
    const looking = { ...operator, vocabulary: { units: [], chains: [] } };
    const { title, rows } = await wholeRegister(tx, looking, WHOLE);
    return { rows: rows.length, bytes: await registerWorkbook({ ...heading, title, rows }) };
  },
  ledgers: async (tx, _, heading) => one(ledgersSheet(heading, await ledgerLines(tx))),
  targets: async (tx, _, heading) => one(targetsSheet(heading, await targetLines(tx))),
  chains: async (_, { org }, heading) => one(chainsSheet(heading, org.settings.chains)),
  tasks: async (tx, operator, heading) => one(tasksSheet(heading, await taskLines(tx, operator))),
  places: async (tx, _, heading) => one(placesSheet(heading, await listPlaces(tx))),
  resources: async (tx, _, heading) => one(resourcesSheet(heading, await listResources(tx), () => true)),
  policies: async (tx, _, heading) => one(policiesSheet(heading, await listPolicies(tx))),
  events: async (tx, operator, heading) => one(eventsSheet(heading, await wholeCalendar(tx, operator))),
  reviews: async (tx, _, heading) => one(reviewsSheet(heading, await everyReview(tx))),
  effects: async (tx, _, heading) => {
    const units = await listUnits(tx);
    return one(effectsSheet(heading, await listEffects(tx, {}), (id) => units.find((unit) => unit.id === id)?.name));
  },
};

const WHOLE: RegisterFilter = { unitId: null, pool: false, stage: null, chain: null, words: null, title: '全部单位' };

/** `xiaozhao export KIND FILE`: a workbook of everything of a kind; who took it is written down. */
export const exportCommand: CliCommand = {
  usage: `xiaozhao export ${Object.keys(KINDS).join('|')} 文件.xlsx [--org 地区] [--as 姓名] [--at 时间]`,
  help: [
    '导出花名册、单位、项目台账（与聊天“台账 导出”相同）、资金台账、目标任务、产业链、督办任务、载体、资源、政策、日程、会审、成效；谁何时导出记入留痕。',
    '',
    '花名册、单位、项目、资金台账、目标、产业链改完可以用 import 导回，资源、政策、载体可以添行导回。花名册、资源带完整手机号，请妥善保管。',
  ].join('\n'),
  async run(args, context) {
    const options = readOptions(args, { values: ['org', 'as', 'at'] });
    const [kind = '', path] = options.words;
    const make = Object.hasOwn(KINDS, kind) ? KINDS[kind] : undefined;
    if (!make) throw new UsageError(`缺种类：${Object.keys(KINDS).join('、')}`);
    if (path === undefined) throw new UsageError('缺文件名');
    const at = options.value('at');
    return withApp(context, async (app) => {
      const org = await orgOf(app, options.value('org'));
      const now = at ? readInstant(at) : new Date();
      return inOrg(app.database.db, org.id, async (tx) => {
        const operator = await operatorIn(tx, org, now, options.value('as'));
        const heading = { org: org.name, by: operator.actor.name, today: operator.today, timeZone: org.timeZone };
        const { rows, bytes } = await make(tx, operator, heading);
        const reply = `已导出 ${rows} 行：${basename(path)}`;
        await noteDone(tx, { now, personId: operator.named, command: `导出 ${kind}`, detail: basename(path), reply });
        await mkdir(dirname(path), { recursive: true });
        await writeFile(path, bytes);
        process.stdout.write(`${reply}\n`);
        return 0;
      });
    });
  },
};
