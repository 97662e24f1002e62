import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { securityPostureTranslationRef } from '../../translation';

export interface RiskScoreProps {
  /** 0 to 100; absent while it is not known. */
  score?: number;
}

/** "Risk 71 of 100", or that it is not known. */
export function RiskScore({ score }: RiskScoreProps) {
  const { t } = useTranslationRef(securityPostureTranslationRef);
  if (score === undefined) return <strong>{t('risk.unknown')}</strong>;
  const points = Math.round(score).toString();
  return (
    <span style={{ fontVariantNumeric: 'tabular-nums' }}>
      {t('risk.outOf', {
        risk: <strong>{t('risk.name', { score: points })}</strong>,
      })}
    </span>
  );
}
