import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { makeStyles } from '@material-ui/core/styles';
import type { Posture } from 'backstage-plugin-security-posture-common';
import { knowledgeOf, staleFindings } from '../../knowledge';
import { securityPostureTranslationRef } from '../../translation';
import { PostureCard } from '../PostureCard';
import { PostureState } from '../PostureState';
import { SeverityCountsRow } from '../SeverityBadge';
import { Coverage } from './Coverage';
import { OpenTotal } from './OpenTotal';

const useStyles = makeStyles(
  theme => ({
    parts: {
      display: 'flex',
      flexWrap: 'wrap',
      justifyContent: 'space-between',
      gap: theme.spacing(1, 4),
    },
    part: { display: 'grid', alignContent: 'start', gap: theme.spacing(1) },
  }),
  { name: 'SecurityPostureSummaryCard' },
);

export interface SummaryCardProps {
  posture: Posture;
}

/** The answer in three lines: how bad, how many, and how much of it is known. */
export function SummaryCard({ posture }: SummaryCardProps) {
  const classes = useStyles();
  const { t } = useTranslationRef(securityPostureTranslationRef);
  const { stages, openFindings } = posture;
  const knowledge = knowledgeOf(stages);
  const total = openFindings && Object.values(openFindings).reduce(sum, 0);
  const fixable = Object.values(stages)
    .map(stage => stage.findings?.fixable ?? 0)
    .reduce(sum, 0);
  return (
    <PostureCard
      title={t('summary.title')}
      aside={<PostureState variant="label" kind={knowledge.overall} />}
    >
      <div className={classes.parts}>
        <div className={classes.part}>
          <OpenTotal
            total={total}
            fixable={fixable}
            stale={staleFindings(stages)}
            quiet={knowledge.quiet}
          />
          {openFindings && <SeverityCountsRow counts={openFindings} />}
        </div>
        <Coverage posture={posture} knowledge={knowledge} />
      </div>
    </PostureCard>
  );
}

function sum(a: number, b: number): number {
  return a + b;
}
