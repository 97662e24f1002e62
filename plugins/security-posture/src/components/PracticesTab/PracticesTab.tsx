import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Button from '@material-ui/core/Button';
import type { Posture } from 'backstage-plugin-security-posture-common';
import { useChecks } from '../../hooks/useChecks';
import { useListParams } from '../../hooks/useListParams';
import { securityPostureTranslationRef } from '../../translation';
import { PostureState } from '../PostureState';
import { RequestFailed } from '../RequestFailed';
import { CheckGroupTable } from './CheckGroupTable';
import { ChecksFilters } from './ChecksFilters';
import { checksShape, groupChecks } from './checksShape';

export interface PracticesTabProps {
  posture: Posture;
}

/** Every practice as it stands on the component, by stage, those that fail first. */
export function PracticesTab({ posture }: PracticesTabProps) {
  const { t } = useTranslationRef(securityPostureTranslationRef);
  const list = useListParams(checksShape);
  const { value, failure, loading, retry } = useChecks(posture.entityRef);
  if (failure) return <RequestFailed failure={failure} onRetry={retry} />;
  if (!value) return <PostureState kind="loading" shape="list" />;
  if (value.totalItems === 0) {
    return (
      <PostureState
        kind="never-scanned"
        title={t('practices.neverTitle')}
        text={t('practices.neverText')}
      />
    );
  }
  const groups = groupChecks(value.items, list);
  return (
    <>
      <ChecksFilters list={list} checks={value.items} />
      {posture.risk.score === undefined && (
        <PostureState
          variant="line"
          kind="never-scanned"
          text={t('practices.nothingKnown')}
        />
      )}
      {groups.map(group => (
        <CheckGroupTable key={group.stage} group={group} busy={loading} />
      ))}
      {groups.length === 0 && (
        <PostureState kind="no-match">
          <Button variant="outlined" color="primary" onClick={list.clear}>
            {t('button.clearFilters')}
          </Button>
        </PostureState>
      )}
    </>
  );
}
