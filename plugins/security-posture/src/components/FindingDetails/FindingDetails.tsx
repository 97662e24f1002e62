import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type {
  Finding,
  FindingDetail,
} from 'backstage-plugin-security-posture-common';
import type { Request } from '../../hooks/useRequest';
import { securityPostureTranslationRef } from '../../translation';
import { PostureState } from '../PostureState';
import { PartFailed } from '../RequestFailed';
import { FindingFacts } from './FindingFacts';
import { Sightings } from './Sightings';
import { Verdicts } from './Verdicts';

export interface FindingDetailsProps {
  /** As the list has it, shown while the rest loads. */
  finding: Finding;
  request: Pick<Request<FindingDetail>, 'value' | 'failure' | 'retry'>;
}

/** Everything that is known about a finding, and who says what of it. */
export function FindingDetails({ finding, request }: FindingDetailsProps) {
  const { t } = useTranslationRef(securityPostureTranslationRef);
  const { value, failure, retry } = request;
  return (
    <>
      <FindingFacts finding={value ?? finding} verdicts={value?.verdicts} />
      {value && (
        <>
          <Verdicts finding={value} />
          <Sightings finding={value} />
        </>
      )}
      {failure && (
        <PartFailed
          failure={failure}
          texts={{
            error: t('findingLoad.error'),
            forbidden: t('findingLoad.forbidden'),
            'not-found': t('findingLoad.not-found'),
          }}
          onRetry={retry}
        />
      )}
      {!value && !failure && <PostureState kind="loading" shape="lines" />}
    </>
  );
}
