import { expect, test } from 'vitest';
import { Circuit } from '../../src/queue/circuit.ts';

test('three failures in a row shut the way for 5 s; then one try at a time, each failed one doubling the wait up to a minute', () => {
  let now = 0;
  const circuit = new Circuit(() => now);
  for (let time = 0; time < 3; time += 1) {
    expect(circuit.passage()).toBe('open');
    circuit.failed();
  }
  const waits: number[] = [];
  for (let time = 0; time < 6; time += 1) {
    const from = now;
    while (circuit.passage() !== 'try') now += 1000;
    waits.push(now - from);
    expect([circuit.isShut, circuit.passage()]).toEqual([true, 'shut']);
    circuit.failed();
  }
  expect(waits).toEqual([5000, 10_000, 20_000, 40_000, 60_000, 60_000]);
});

test('an answer of any kind opens it; failures that are not in a row do not shut it', () => {
  const circuit = new Circuit(() => 0);
  for (let time = 0; time < 10; time += 1) {
    circuit.failed();
    circuit.failed();
    circuit.answered();
  }
  expect(circuit.passage()).toBe('open');
});

test('a try that finds nothing to send is not used up', () => {
  let now = 0;
  const circuit = new Circuit(() => now);
  for (let time = 0; time < 3; time += 1) circuit.failed();
  now = 5000;
  expect(circuit.passage()).toBe('try');
  circuit.spared();
  expect(circuit.passage()).toBe('try');
});
