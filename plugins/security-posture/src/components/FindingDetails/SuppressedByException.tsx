import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { useException } from '../../hooks/useException';
import { securityPostureTranslationRef } from '../../translation';
import { PostureState } from '../PostureState';
import { PartFailed } from '../RequestFailed';
import { ExceptionReason } from './ExceptionReason';

/** The exception that covers a finding, once it is loaded. */
export function SuppressedByException({ id }: { id: string }) {
  const { t } = useTranslationRef(securityPostureTranslationRef);
  const { value, failure, retry } = useException(id);
  return (
    <>
      {t('suppressed.exception')}
      {value && <ExceptionReason exception={value} />}
      {failure && (
        <PartFailed
          failure={failure}
          texts={{
            error: t('suppressed.exceptionError'),
            forbidden: t('suppressed.exceptionForbidden'),
            'not-found': t('suppressed.exceptionGone'),
          }}
          onRetry={retry}
        />
      )}
      {!value && !failure && <PostureState kind="loading" shape="lines" />}
    </>
  );
}
