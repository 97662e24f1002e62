import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type {
  Finding,
  Verdict,
} from 'backstage-plugin-security-posture-common';
import { securityPostureTranslationRef } from '../../translation';
import { TwoLines } from '../TwoLines';
import { SuppressedByException } from './SuppressedByException';

export interface SuppressionProps {
  finding: Finding;
  /** Absent while they load. */
  verdicts?: Verdict[];
}

/** Who says that a finding does not count, and why. */
export function Suppression({ finding, verdicts = [] }: SuppressionProps) {
  const { t } = useTranslationRef(securityPostureTranslationRef);
  const { suppressedBy, exceptionId, triage, suppression, tools } = finding;
  if (suppressedBy === 'exception' && exceptionId) {
    return <SuppressedByException id={exceptionId} />;
  }
  if (suppressedBy === 'exception') return <>{t('suppressed.exception')}</>;
  if (suppressedBy === 'triage') {
    const status = triage ? t(`triage.${triage}`) : '';
    return <>{t('suppressed.triage', { status })}</>;
  }
  if (suppressedBy === 'vex') return <>{t('suppressed.vex')}</>;
  const said = verdicts.filter(verdict => verdict.suppressed);
  const tool = (
    said.length > 0 ? said.map(verdict => verdict.tool) : tools
  ).join(', ');
  return (
    <TwoLines second={suppression}>{t('suppressed.tool', { tool })}</TwoLines>
  );
}
