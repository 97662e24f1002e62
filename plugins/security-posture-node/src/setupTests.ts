import fc from 'fast-check';

/**
 * Properties are tried with the same values in every run, so that no change
 * fails for what it did not touch. `FUZZ=true npm test` tries new ones; what
 * fails there prints its seed.
 */
if (process.env.FUZZ !== 'true') fc.configureGlobal({ seed: 20_261_126 });
