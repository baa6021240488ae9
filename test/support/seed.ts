import fc from 'fast-check';

/** Property tests draw the same cases in every run; FC_SEED=any-number draws others. */
fc.configureGlobal({ seed: Number(process.env.FC_SEED ?? 20260610) });
