import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { Finding } from 'backstage-plugin-security-posture-common';
import { securityPostureTranslationRef } from '../../translation';
import { Pill } from '../Pill';
import { TwoLines } from '../TwoLines';
import { WebLink, webAddress } from '../WebLink';

/** What people call it: a vulnerability by its id, anything else by its title. */
export function findingName({ kind, problem, title }: Finding): string {
  return kind === 'vulnerability' ? problem : title;
}

/** The name, linked to the first page about it, and what makes it urgent or done. */
export function FindingTitle({ finding }: { finding: Finding }) {
  const { t } = useTranslationRef(securityPostureTranslationRef);
  const { problem, title, state, references, knownExploited, epss } = finding;
  const name = findingName(finding);
  const other = name === problem ? title : problem;
  const about = [
    other !== name && other,
    epss !== undefined &&
      t('findings.epss', { percent: Math.round(epss * 100).toString() }),
  ].filter(Boolean);
  return (
    <TwoLines second={about.join('\u00a0· ')}>
      <WebLink to={references.find(webAddress)}>{name}</WebLink>{' '}
      {knownExploited && <Pill tone="bad">{t('findings.knownExploited')}</Pill>}{' '}
      {state !== 'open' && (
        <Pill tone={state === 'fixed' ? 'ok' : 'neutral'}>
          {t(`findingState.${state}`)}
        </Pill>
      )}
    </TwoLines>
  );
}
