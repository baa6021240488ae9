/** Runs a piece of work one at a time: asked again while it runs, it runs once more after. */
export function oneAtATime(work: () => Promise<void>): { run: () => Promise<void>; idle: () => Promise<void> } {
  let running: Promise<void> | undefined;
  let again = false;
  const loop = async (): Promise<void> => {
    do {
      again = false;
      await work();
    } while (again);
  };
  return {
    run: () => {
      if (running) again = true;
      else {
        running = loop().finally(() => {
          running = undefined;
        });
      }
      return running ?? Promise.resolve();
    },
    idle: async () => {
      await running?.catch(() => undefined);
    },
  };
}
