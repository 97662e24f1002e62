import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Button from '@material-ui/core/Button';
import type { RequestFailure } from '../../hooks/requestFailure';
import { securityPostureTranslationRef } from '../../translation';
import { PostureState } from '../PostureState';

export interface PartFailedProps {
  failure: RequestFailure;
  /** What it means that this part is missing. */
  texts: Record<RequestFailure['kind'], string>;
  onRetry: () => void;
}

/** Why a part of something did not come, in a line; the rest stands. */
export function PartFailed({ failure, texts, onRetry }: PartFailedProps) {
  const { t } = useTranslationRef(securityPostureTranslationRef);
  const { kind, message } = failure;
  const failed = kind === 'error';
  return (
    <PostureState
      variant="line"
      kind={kind}
      text={texts[kind]}
      detail={failed ? message : undefined}
    >
      {failed && (
        <Button size="small" color="primary" onClick={onRetry}>
          {t('button.retry')}
        </Button>
      )}
    </PostureState>
  );
}
