import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { Owner } from 'backstage-plugin-security-posture-common';
import { securityPostureTranslationRef } from '../../translation';
import { PostureCard } from '../PostureCard';
import { OwnerContact } from './OwnerContact';
import { OwnerName } from './OwnerName';
import { OwnerProblem } from './OwnerProblem';

export interface OwnerCardProps {
  owner: Owner;
}

/** Who acts on it, and how to reach them. */
export function OwnerCard({ owner }: OwnerCardProps) {
  const { t } = useTranslationRef(securityPostureTranslationRef);
  return (
    <PostureCard title={t('owner.title')}>
      {owner.state === 'owned' ? (
        <>
          <OwnerName owner={owner} />
          <OwnerContact owner={owner} />
        </>
      ) : (
        <OwnerProblem owner={owner} />
      )}
    </PostureCard>
  );
}
