import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Typography from '@material-ui/core/Typography';
import type { StagePosture } from 'backstage-plugin-security-posture-common';
import { securityPostureTranslationRef } from '../../translation';
import { SeverityCountsRow } from '../SeverityBadge';
import { StaleCount } from '../StaleCount';

/** What is open, by severity, and what became of the rest. Nothing at all where findings were never reported. */
export function StageCounts({ posture }: { posture: StagePosture }) {
  const { t } = useTranslationRef(securityPostureTranslationRef);
  if (!posture.findings) return null;
  const { open, fixable, fixed, suppressed, stale } = posture.findings;
  const anyOpen = Object.values(open).some(count => count > 0);
  const then = posture.state === 'stale' ? 'noneOpenThen' : 'noneOpen';
  const rest = [
    fixable > 0 && t('stageCard.fixable', { count: fixable }),
    fixed > 0 && t('stageCard.fixed', { count: fixed }),
    suppressed > 0 && t('stageCard.suppressed', { count: suppressed }),
  ].filter(Boolean);
  return (
    <>
      {anyOpen && <SeverityCountsRow counts={open} />}
      {/* Stale findings were open then, and may be now. */}
      {!anyOpen && stale === 0 && (
        <Typography variant="body2">{t(`stageCard.${then}`)}</Typography>
      )}
      <StaleCount count={stale} />
      {rest.length > 0 && (
        <Typography variant="body2">{rest.join(' · ')}</Typography>
      )}
    </>
  );
}
