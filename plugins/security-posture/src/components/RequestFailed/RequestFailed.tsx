import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Button from '@material-ui/core/Button';
import type { RequestFailure } from '../../hooks/requestFailure';
import { securityPostureTranslationRef } from '../../translation';
import { PostureState } from '../PostureState';

export interface RequestFailedProps {
  failure: RequestFailure;
  onRetry: () => void;
}

/** Why nothing came. Only an error is worth another try: a refusal stays one. */
export function RequestFailed({ failure, onRetry }: RequestFailedProps) {
  const { t } = useTranslationRef(securityPostureTranslationRef);
  if (failure.kind !== 'error') return <PostureState kind={failure.kind} />;
  return (
    <PostureState kind="error" detail={failure.message}>
      <Button variant="outlined" color="primary" onClick={onRetry}>
        {t('button.retry')}
      </Button>
    </PostureState>
  );
}
