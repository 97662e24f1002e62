import type { ComponentFacts } from '../model/facts';
import type { Judgement } from './Check';

/**
 * For checks that pass because no finding tells otherwise: where there are more
 * findings than the facts hold, one may be among the rest.
 */
export function unlessTruncated(
  { isTruncated }: Pick<ComponentFacts, 'isTruncated'>,
  judgement: Judgement,
): Judgement {
  return isTruncated && judgement.result === 'pass'
    ? {
        ...judgement,
        result: 'unknown',
        summary:
          'There are too many findings to look at all; none of the worst is of this kind.',
      }
    : judgement;
}
