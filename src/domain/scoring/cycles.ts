import type { Metric } from './metrics/metric.ts';
import { mistake } from './mistake.ts';
import type { Scheme } from './scheme.ts';
import type { Value } from './value.ts';

/** Refuses metrics that need their own result, directly or through others, at the first one on the ring. */
export function refuseCycles({ metrics = {} }: Scheme): void {
  const settled = new Set<string>();
  const visit = (name: string, trail: readonly string[]): void => {
    if (settled.has(name)) return;
    if (trail.includes(name)) {
      const ring = [...trail.slice(trail.indexOf(name)), name];
      throw mistake(`metrics.${name}`, `指标循环引用：${ring.join(' → ')}`);
    }
    const metric = Object.hasOwn(metrics, name) ? metrics[name] : undefined;
    for (const next of metric ? namesIn(metric) : []) visit(next, [...trail, name]);
    settled.add(name);
  };
  for (const name of Object.keys(metrics)) visit(name, []);
}

/** The names that a metric uses as values. */
function namesIn(metric: Metric): readonly string[] {
  return valuesOf(metric).flatMap(namesOf);
}

function namesOf(value: Value): readonly string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'number' ? [] : namesIn(value);
}

function valuesOf(metric: Metric): readonly Value[] {
  switch (metric.kind) {
    case 'ratio':
      return [metric.num, metric.den];
    case 'growth':
      return [metric.now, metric.base];
    case 'shortfall':
      return [metric.value, metric.need];
    case 'pool':
      return [metric.value];
    case 'sum':
    case 'mean':
    case 'min':
    case 'max':
    case 'tally':
      return metric.of;
    case 'input':
    case 'progress':
    case 'rows':
      return [];
  }
}
