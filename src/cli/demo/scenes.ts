import type { SealedReply } from '../../rendering/reply.ts';
import type { Random } from '../../services/sample/random.ts';
import {
  BUSINESS,
  CHAINS,
  COMPANY_NAMES,
  COMPANY_REGIONS,
  METHODS,
  PRODUCTS,
  PROGRESS,
  SURNAMES,
  TASKS,
} from '../../services/sample/words.ts';
import type { Cast, Player } from './cast.ts';

/** Says a line, or presses a button by its token. */
export type Says = (player: Player, text: string, press?: string) => Promise<readonly SealedReply[]>;

/** A little piece of a day: a few messages that belong together. */
export type Scene = (says: Says) => Promise<void>;

/** The scenes of a working day, in order: leads, progress, stages and money with their verification, tasks, trips. */
export function scenesOf(random: Random, cast: Cast, played: number): Scene[] {
  const scenes = [
    lead(random, cast),
    progress(random, cast),
    money(random, cast),
    random.chance(0.6) ? lead(random, cast) : progress(random, cast),
  ];
  if (played % 2 === 0) scenes.push(stage(random, cast));
  if (played % 3 === 1) scenes.push(task(random, cast));
  if (played % 4 === 2) scenes.push(trip(random, cast));
  if (played % 5 === 0) scenes.push(look(cast));
  if (played % 5 === 3) scenes.push(ask(random, cast));
  if (played % 6 === 1) scenes.push(promise(random, cast));
  if (played % 6 === 4) scenes.push(request(random, cast));
  return scenes;
}

const cadreOf = (cast: Cast, unitName: string): Player | undefined =>
  cast.cadres.find((player) => player.unitName === unitName);

async function pressIn(
  says: Says,
  player: Player,
  replies: readonly SealedReply[],
  label: string,
): Promise<readonly SealedReply[]> {
  const button = replies.flatMap((reply) => reply.buttons ?? []).find((one) => one.label === label);
  return button ? says(player, label, button.token) : [];
}

const lead =
  (random: Random, cast: Cast): Scene =>
  async (says) => {
    const player = random.pick(cast.cadres);
    const chain = random.pick(CHAINS);
    const company = `${random.pick(COMPANY_REGIONS)}${random.pick(COMPANY_NAMES)}${random.pick(['光科', '智造', '新材', '生物', '环境', '精工'])}${BUSINESS[chain.name] ?? ''}有限公司`;
    const yi = random.pick(['8000万', '1.2亿', '两亿六', '3.5亿元', '5亿', '12000万元']);
    const text = `录入 ${company}拟投资${yi}建${random.pick(PRODUCTS[chain.name] ?? ['综合'])}项目，用地${random.between(20, 150)}亩，${random.pick(SURNAMES)}总1991${String(random.between(1_000_000, 9_999_999))}，${random.pick(METHODS)}`;
    const drafted = await says(player, text);
    const confirmed = await pressIn(says, player, drafted, '确认');
    if (confirmed.length === 0) await pressIn(says, player, drafted, '仍要录入');
  };

const progress =
  (random: Random, cast: Cast): Scene =>
  async (says) => {
    const project = random.pick(cast.projects);
    const player = cadreOf(cast, project.unitName);
    if (player) await says(player, `进展 ${project.number} ${random.pick(PROGRESS)}`);
  };

const money =
  (random: Random, cast: Cast): Scene =>
  async (says) => {
    const project = random.pick(cast.projects.filter((one) => ['签约', '落地', '开工'].includes(one.stage)));
    const player = cadreOf(cast, project.unitName);
    if (!player) return;
    const [filed] = await says(
      player,
      `到位 ${project.number} ${random.between(3, 60) * 100 + random.between(1, 9)}万 昨天 凭证号 HD${random.between(100_000, 999_999)}`,
    );
    if (filed?.record && random.chance(0.85)) await says(random.pick(cast.staff), `核实 ${filed.record}`);
  };

const stage =
  (random: Random, cast: Cast): Scene =>
  async (says) => {
    const project = random.pick(cast.projects.filter((one) => ['在谈', '签约', '落地'].includes(one.stage)));
    const player = cadreOf(cast, project.unitName);
    if (!player) return;
    const to =
      { 在谈: `签约 ${random.between(1, 9)}.${random.between(1, 9)}亿`, 签约: '落地', 落地: '开工' }[project.stage] ??
      '落地';
    const [reported] = await says(player, `阶段 ${project.number} ${to} 昨天`);
    if (reported?.record && reported.tone === 'ok' && random.chance(0.85))
      await says(random.pick(cast.staff), `核实 ${project.number}`);
  };

const task =
  (random: Random, cast: Cast): Scene =>
  async (says) => {
    const player = random.pick(cast.cadres);
    const [given] = await says(
      random.pick([...cast.leaders, ...cast.staff]),
      `分派 @${player.name} 三个工作日内 ${random.pick(TASKS)}`,
    );
    if (!given?.record || !random.chance(0.8)) return;
    await says(player, `签收 ${given.record}`);
    if (random.chance(0.7)) await says(player, `反馈 ${given.record} 已对接，正在办理`);
    if (random.chance(0.5)) await says(player, `办结 ${given.record} 已办好，材料已报送`);
  };

const trip =
  (random: Random, cast: Cast): Scene =>
  async (says) => {
    await says(
      random.pick(cast.cadres),
      `外出 ${random.pick(COMPANY_REGIONS)} 今天 拜访${random.pick(COMPANY_NAMES)}集团、${random.pick(COMPANY_NAMES)}科技`,
    );
  };

const look =
  (cast: Cast): Scene =>
  async (says) => {
    const [player] = cast.cadres;
    if (!player) return;
    await says(player, '我的');
    await says(player, '我的排名');
    await says(player, '台账 导出');
  };

const ask =
  (random: Random, cast: Cast): Scene =>
  async (says) => {
    const unit = random.pick(cast.cadres).unitName;
    await says(
      random.pick(cast.leaders),
      random.pick([`${unit}今年到位多少`, '哪些单位本月还没有签约', '今年亿元以上签约几个']),
    );
  };

const promise =
  (random: Random, cast: Cast): Scene =>
  async (says) => {
    const project = random.pick(cast.projects.filter((one) => ['签约', '落地', '开工'].includes(one.stage)));
    const player = cadreOf(cast, project.unitName);
    if (player)
      await says(
        player,
        `承诺 ${project.number} ${random.pick(['厂区外道路通到围墙', '供水管网接通', '协助办理环评手续'])} 月底前`,
      );
  };

const request =
  (random: Random, cast: Cast): Scene =>
  async (says) => {
    const project = random.pick(cast.projects.filter((one) => ['开工', '投产'].includes(one.stage)));
    const player = cadreOf(cast, project.unitName);
    if (!player) return;
    const raiser = random.pick(cast.leaders);
    const [raised] = await says(
      raiser,
      `诉求 ${project.number} ${random.pick(['用电容量不足，想增容', '招工难', '办证慢'])}`,
    );
    if (!raised?.record) return;
    await says(player, `诉求 受理 ${raised.record}`);
    await says(player, `诉求 办结 ${raised.record} 已现场解决`);
    await says(raiser, `评价 ${raised.record} ${random.pick(['5', '4', '满意'])}`);
  };
