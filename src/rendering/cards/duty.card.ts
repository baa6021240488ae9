import type { Duty } from '../../domain/work/duty.ts';
import { LIGHT_NAMES } from '../../domain/work/light.ts';
import { dayText } from '../day.ts';
import { short } from '../format.ts';

const NAMES = { commitment: '承诺', request: '诉求', review: '意见', event: '承办' } as const;

/** One line of a list: "C3 承诺：配套道路（住建局，12月31日前）🟡临期", "S4 诉求：瑞通光伏 用电不足（待受理，…）". */
export function dutyLine(duty: Duty): string {
  const light = duty.light && duty.light !== 'green' ? LIGHT_NAMES[duty.light] : '';
  const firm = duty.kind === 'commitment' ? '' : `${short(duty.about, 14)} `;
  const state = duty.unsigned ? '待受理，' : '';
  const owner = duty.unitName ?? '未定责任单位';
  return `${duty.number} ${NAMES[duty.kind]}：${firm}${short(duty.text, 24)}（${state}${owner}，${dayText(duty.dueOn)}前）${light}`;
}
