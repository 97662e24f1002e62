import { hash } from 'node:crypto';

/** Shorter secrets could be guessed from what the mask leaves. */
const MIN_LENGTH_TO_SHOW_ENDS = 12;

/**
 * SHA-256 of a match with its secret masked, so that neither the secret nor a
 * guessable hash of it is kept. Without the secret all of the match is masked.
 */
export function hashOfMatch(match: string, secret: string = match): string {
  const masked =
    secret === '' ? match : match.replaceAll(secret, () => mask(secret));
  return hash('sha256', masked);
}

// The ends tell two keys of one file apart; four characters give nothing away.
function mask(secret: string): string {
  if (secret.length < MIN_LENGTH_TO_SHOW_ENDS) return '*'.repeat(secret.length);
  return `${secret.slice(0, 2)}${'*'.repeat(secret.length - 4)}${secret.slice(
    -2,
  )}`;
}
