import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { readDueRule, type DueRule as Rule } from '../../deadline';
import {
  securityPostureTranslationRef,
  type Translate,
} from '../../translation';

function basis({ by, days }: Rule, t: Translate): string {
  const time = days === undefined ? '' : t('dueRule.days', { count: days });
  if ('severity' in by) {
    const severity = t(`severity.${by.severity}`);
    return days === undefined
      ? t('dueRule.severityNone', { severity })
      : t('dueRule.severity', { severity, time });
  }
  const facts =
    by.facts.map(fact => t(`dueRule.fact.${fact}`)).join(', ') ||
    t('dueRule.noFacts');
  return days === undefined
    ? t('dueRule.nextUpgrade', { facts })
    : t('dueRule.table', { facts, time });
}

/** Why a finding is due when it is. A rule that is not known is shown by its name. */
export function DueRule({ name }: { name: string }) {
  const { t } = useTranslationRef(securityPostureTranslationRef);
  if (name.endsWith(':off')) return <>{t('dueRule.off')}</>;
  const rule = readDueRule(name);
  if (!rule) return <>{name}</>;
  const sentences = [
    basis(rule, t),
    rule.estimated && t('dueRule.estimated'),
    rule.waitsForFix && t('dueRule.waitsForFix'),
  ];
  return <>{sentences.filter(Boolean).join(' ')}</>;
}
