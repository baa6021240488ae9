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

interface Spare {
  readonly bench: Bench;
  clean: boolean;
}

let spare: Spare | undefined;

/** Says that the case at hand changed no record: the next one need not bring the world back. */
export type SayClean = () => void;

/**
 * Works in the world as the story left it, whatever was done there before. Unless the case says that it changed no record,
 * every row is brought back and the line is opened anew.
 */
export async function withWorld<Result>(work: (world: World, clean: SayClean) => Promise<Result>): Promise<Result> {
  lived ??= live();
  const { url, owner, vars, ...told } = await lived;
  if (spare && !spare.clean) {
    await spare.bench.close();
    await restore(owner);
    spare = undefined;
  }
  spare ??= { bench: await openBench(url), clean: false };
  const mine = spare;
  mine.clean = false;
  mine.bench.at(NOW);
  await owner.query('delete from pending where created_at >= $1', [TODAY]);
  return work({ ...mine.bench, ...told, vars: { ...vars }, owner }, () => {
    mine.clean = true;
  });
}

/** Questions of the story itself were raised before. */
const TODAY = '2026-06-10T09:50:00+08:00';
