import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { ComponentWorkload } from 'backstage-plugin-security-posture-common';
import type { Tone } from '../../palette';
import { securityPostureTranslationRef } from '../../translation';
import { Pill } from '../Pill';

type Exposure = NonNullable<ComponentWorkload['exposure']> | 'unknown';

const tones: Record<Exposure, Tone> = {
  internal: 'neutral',
  node: 'warning',
  external: 'warning',
  unknown: 'unknown',
};

/** How far a workload can be reached, or that nothing tells. */
export function ExposurePill({
  exposure = 'unknown',
}: {
  exposure?: Exposure;
}) {
  const { t } = useTranslationRef(securityPostureTranslationRef);
  return (
    <Pill tone={tones[exposure]} uncertain={exposure === 'unknown'}>
      {t(`exposure.${exposure}`)}
    </Pill>
  );
}
