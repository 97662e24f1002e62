import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { makeStyles } from '@material-ui/core/styles';
import type { Finding } from 'backstage-plugin-security-posture-common';
import { securityPostureTranslationRef } from '../../translation';
import { FindingState } from '../FindingState';
import { Pill } from '../Pill';
import { TwoLines } from '../TwoLines';
import { WebLink, webAddress } from '../WebLink';

const NEXT = '\u00a0· ';

const useStyles = makeStyles(
  theme => ({
    name: {
      display: 'flex',
      flexWrap: 'wrap',
      alignItems: 'center',
      gap: theme.spacing(0.25, 1),
    },
    activity: { color: theme.palette.text.primary },
  }),
  { name: 'SecurityPostureFindingTitle' },
);

/** What people call it: a vulnerability by its id, anything else by its title. */
export function findingName({ kind, problem, title }: Finding): string {
  return kind === 'vulnerability' ? problem : title;
}

/** The name, linked to the first page about it, and what makes it urgent or done. */
export function FindingTitle({ finding }: { finding: Finding }) {
  const classes = useStyles();
  const { t } = useTranslationRef(securityPostureTranslationRef);
  const { problem, title, state, references, knownExploited, epss } = finding;
  const name = findingName(finding);
  const other = name === problem ? title : problem;
  const about = [
    other !== name && other,
    epss !== undefined &&
      t('findings.epss', { percent: Math.round(epss * 100).toString() }),
  ].filter(Boolean);
  const { activity = 'existing' } = finding;
  return (
    <TwoLines
      second={
        <>
          {activity !== 'existing' && (
            <>
              <strong className={classes.activity}>
                {t(`activity.${activity}`)}
              </strong>
              {about.length > 0 && NEXT}
            </>
          )}
          {about.join(NEXT)}
        </>
      }
    >
      <span className={classes.name}>
        <WebLink to={references.find(webAddress)}>{name}</WebLink>
        {knownExploited && (
          <Pill tone="bad">{t('findings.knownExploited')}</Pill>
        )}
        <FindingState state={state} />
      </span>
    </TwoLines>
  );
}
