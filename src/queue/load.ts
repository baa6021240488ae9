import { readdir } from 'node:fs/promises';
import type { Job, Post } from './define.ts';

/** Every post and job. */
export interface JobBook {
  readonly posts: readonly Post[];
  readonly jobs: readonly Job[];
}

/** Reads every file of `jobs/`. A file without a post or job, or a report named twice, stops the start. */
export async function loadJobs(folder: URL = new URL('../../jobs/', import.meta.url)): Promise<JobBook> {
  const names = (await readdir(folder)).filter((name) => /\.[jt]s$/.test(name) && !/^_|\.d\.ts$/.test(name)).sort();
  const loaded = await Promise.all(
    names.map(async (name) => {
      const { default: found } = (await import(new URL(name, folder).href)) as { default?: Post | Job };
      if (found?.kind !== 'post' && found?.kind !== 'job') throw new Error(`jobs/${name}: no post and no job`);
      return found;
    }),
  );
  const posts = loaded.filter((one): one is Post => one.kind === 'post');
  const reports = posts.map((post) => post.report);
  const twice = reports.find((report, index) => reports.indexOf(report) !== index);
  if (twice) throw new Error(`two posts are called ${twice}`);
  return { posts, jobs: loaded.filter((one): one is Job => one.kind === 'job') };
}
