interface Asked<Item, Result> {
  readonly item: Item;
  readonly resolve: (result: Result) => void;
  readonly reject: (error: unknown) => void;
}

/**
 * Does for several at once what they ask for one by one: what comes while `lanes` batches are under way waits for the next
 * one, of at most so many. Nobody waits for company. `work` gives a result for each item, in order; when it fails, each is
 * tried alone, so that a bad one harms nobody else.
 */
export function together<Item, Result>(
  { most, lanes }: { readonly most: number; readonly lanes: number },
  work: (items: readonly Item[]) => Promise<readonly Result[]>,
): (item: Item) => Promise<Result> {
  const waiting: Asked<Item, Result>[] = [];
  let busy = 0;
  const alone = async ({ item, resolve, reject }: Asked<Item, Result>): Promise<void> => {
    try {
      const [result] = await work([item]);
      resolve(result as Result);
    } catch (error) {
      reject(error);
    }
  };
  const run = async (batch: readonly Asked<Item, Result>[]): Promise<void> => {
    const [first] = batch;
    if (first && batch.length === 1) return alone(first);
    try {
      const results = await work(batch.map(({ item }) => item));
      for (const [at, { resolve }] of batch.entries()) resolve(results[at] as Result);
    } catch {
      await Promise.all(batch.map(alone));
    }
  };
  const next = (): void => {
    if (waiting.length === 0 || busy >= lanes) return;
    busy += 1;
    void run(waiting.splice(0, most)).finally(() => {
      busy -= 1;
      next();
    });
  };
  return (item) =>
    new Promise((resolve, reject) => {
      waiting.push({ item, resolve, reject });
      next();
    });
}
