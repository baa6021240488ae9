/** Does work of somebody's when it is his turn. */
export type Turns = <Result>(whose: string, work: () => Promise<Result>) => Promise<Result>;

/** Transactions of lines: some of the pool's ten connections are left for sending. */
const WIDTH = 6;

/**
 * So much work at a time, the rest waits: the database's connections are few, and who acknowledges needs one at once. Those
 * who wait are served in rounds, one piece each, so that nobody who sends a lot holds up the others.
 */
export function turnsOf(width = WIDTH): Turns {
  const waiting = new Map<string, (() => void)[]>();
  let busy = 0;
  const next = (): void => {
    const [first] = waiting;
    if (!first || busy >= width) return;
    const [whose, queue] = first;
    const begin = queue.shift();
    waiting.delete(whose);
    if (queue.length > 0) waiting.set(whose, queue);
    busy += 1;
    begin?.();
  };
  return async (whose, work) => {
    await new Promise<void>((begin) => {
      const queue = waiting.get(whose);
      if (queue) queue.push(begin);
      else waiting.set(whose, [begin]);
      next();
    });
    try {
      return await work();
    } finally {
      busy -= 1;
      next();
    }
  };
}
