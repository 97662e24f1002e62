import type { Fault } from './Fault';

/** Why a text is no tier, if so. */
export function tierFault(text: string): Fault | undefined {
  return /^(tier-?)?[1-5]$/i.test(text.trim())
    ? undefined
    : {
        reason: 'is not between 1, the most important, and 5',
        example: '2',
      };
}
