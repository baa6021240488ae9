import pg from 'pg';
import { clone } from '../database.ts';
import { type Bench, NOW, openBench } from './bench.ts';
import { restore, setAside } from './restore.ts';
import { type Told, tell } from './story.ts';

/** The fixture's world: the line over a database in which its story was lived through. */
export interface World extends Bench, Told {
  /** The database as its owner sees it, over all orgs. */
  readonly owner: pg.Client;
}

interface Lived extends Told {
  readonly url: string;
  readonly owner: pg.Client;
}

let lived: Promise<Lived> | undefined;

/** The story is lived through once for each test worker. */
async function live(): Promise<Lived> {
  const url = await clone();
  const bench = await openBench(url);
  const told = await tell(bench);
  await bench.close();
  const owner = new pg.Client({ connectionString: url });
  await owner.connect();
  await setAside(owner);
  return { ...told, url, owner };
}

/** Works in the world as the story left it, whatever was done there before. */
export async function withWorld<Result>(work: (world: World) => Promise<Result>): Promise<Result> {
  lived ??= live();
  const { url, owner, vars, ...told } = await lived;
  await restore(owner);
  const bench = await openBench(url);
  bench.at(NOW);
  try {
    return await work({ ...bench, ...told, vars: { ...vars }, owner });
  } finally {
    await bench.close();
  }
}
