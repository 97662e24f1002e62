import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { FindingState as State } from 'backstage-plugin-security-posture-common';
import type { Tone } from '../../palette';
import { securityPostureTranslationRef } from '../../translation';
import { Pill } from '../Pill';
import { appearance } from '../PostureState';

const tones: Record<Exclude<State, 'open'>, Tone> = {
  fixed: 'ok',
  suppressed: 'neutral',
  stale: 'stale',
};

/** That a finding is not open. A stale one may still be there: it looks like no other. */
export function FindingState({ state }: { state: State }) {
  const { t } = useTranslationRef(securityPostureTranslationRef);
  if (state === 'open') return null;
  const stale = state === 'stale';
  return (
    <Pill
      tone={tones[state]}
      uncertain={stale}
      Icon={stale ? appearance.stale.Icon : undefined}
    >
      {t(`findingState.${state}`)}
    </Pill>
  );
}
