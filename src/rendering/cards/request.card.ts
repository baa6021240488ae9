import { exact, round } from '../../domain/money/decimal.ts';
import { LIGHT_NAMES } from '../../domain/work/light.ts';
import { REQUEST_STATES, type RequestView, requestNumber } from '../../domain/work/request.ts';
import { dayText, deadlineText } from '../day.ts';
import { short } from '../format.ts';
import { type Button, facts, list, note, type Reply, say, sayMore, text } from '../reply.ts';

/** A request with everything about it and its next step. */
export const requestCard = (request: RequestView, title: string): Reply => ({
  title: `${requestNumber(request)} ${title}`,
  tone: request.light === 'red' ? 'warn' : 'ok',
  record: requestNumber(request),
  parts: [
    facts(
      ['企业', request.company],
      ['诉求', request.text],
      ['类型', request.kind],
      ['项目', request.projectId === null ? null : `X${request.projectId}`],
      ['责任单位', request.unitName ?? '投促中心（待转办）'],
      ['时限', deadlineText(request.dueOn, null)],
      ['状态', statusText(request)],
      ['办理', request.progress],
      ['答复', request.answer],
      ['评价', ratingText(request)],
      ['提出', request.raiserName],
    ),
  ],
  buttons: buttonsOf(request),
});

function buttonsOf(request: RequestView): readonly Button[] {
  const number = requestNumber(request);
  if (request.state === 'raised') return [say('受理', `诉求 受理 ${number}`, 'primary')];
  if (request.state === 'handling') return [sayMore('办结', `诉求 办结 ${number}`, 'primary')];
  if (request.rating !== null) return [];
  return [5, 4, 3, 2, 1].map((stars) => say(`${stars} 分`, `评价 ${number} ${stars}`));
}

const statusText = ({ state, light }: RequestView): string =>
  `${REQUEST_STATES[state]}${light && light !== 'green' ? ` · ${LIGHT_NAMES[light]}` : ''}`;

const ratingText = ({ rating, ratingWords }: RequestView): string | null =>
  rating === null ? null : `${rating} 分${ratingWords ? `，${ratingWords}` : ''}`;

/** To the unit that answers for it. */
export const raisedRequestCard = (request: RequestView): Reply => requestCard(request, '企业诉求，请受理');

/** To who raised it: how it was answered, and the question how the firm finds it. */
export const closedRequestCard = (request: RequestView): Reply => requestCard(request, '诉求已办结，请企业评价');

/** To the unit: the firm is not satisfied. */
export const againRequestCard = (request: RequestView): Reply => requestCard(request, '企业不满意，请重新办理');

const SHOWN = 8;

/** Open requests and the figures of all. */
export function requestList(
  {
    open,
    figures,
  }: {
    readonly open: readonly RequestView[];
    readonly figures: {
      readonly raised: number;
      readonly closed: number;
      readonly rated: number;
      readonly points: number;
    };
  },
  whose: string,
): Reply {
  const late = open.filter(({ light }) => light === 'red').length;
  const left = open.length - SHOWN;
  return {
    title:
      open.length === 0
        ? `${whose}没有未办结的诉求`
        : `${whose}未办结的诉求 ${open.length} 件${late > 0 ? `，逾期 ${late} 件` : ''}`,
    tone: late > 0 ? 'warn' : 'info',
    parts: [
      open.length > 0
        ? list(open.slice(0, SHOWN).map(requestLine))
        : note('要登记，例如：诉求 瑞通光伏 用电容量不足，想增容。'),
      ...(left > 0 ? [note(`按时限先后，还有 ${left} 件；写上单位可以只看一部分。`)] : []),
      ...(figures.raised > 0 ? [text(figuresText(figures))] : []),
    ],
  };
}

function figuresText({ raised, closed, rated, points }: Parameters<typeof requestList>[0]['figures']): string {
  const mean = rated > 0 ? `，评价 ${rated} 件，平均 ${round(exact(points).div(exact(rated)), 1)} 分` : '';
  return `累计 ${raised} 件，办结 ${closed} 件${mean}`;
}

function requestLine(request: RequestView): string {
  const light = request.light && request.light !== 'green' ? LIGHT_NAMES[request.light] : '';
  const owner = request.unitName ?? '投促中心';
  return `${requestNumber(request)} ${short(request.company, 14)}：${short(request.text, 22)}（${REQUEST_STATES[request.state]}，${owner}，${dayText(request.dueOn)}前）${light}`;
}
