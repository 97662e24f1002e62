import { makeStyles } from '@material-ui/core/styles';
import type { Posture } from 'backstage-plugin-security-posture-common';
import { Navigate, Route, Routes, useParams } from 'react-router-dom';
import { knowledgeOf } from '../../knowledge';
import { AdmissionTab } from '../AdmissionTab';
import { FindingsTab } from '../FindingsTab';
import { OwnerCard } from '../OwnerCard';
import { RuntimeTab } from '../RuntimeTab';
import { StageLane, laneColumns } from '../StageLane';
import { SubTabs, subTabs } from '../SubTabs';
import { SummaryCard } from '../SummaryCard';

const useStyles = makeStyles(
  theme => ({
    root: {
      display: 'grid',
      gridTemplateColumns: 'minmax(0, 1fr)',
      gap: theme.spacing(2),
    },
    head: {
      display: 'grid',
      gap: theme.spacing(2),
      [theme.breakpoints.up('md')]: {
        gap: 0,
        gridTemplateColumns: laneColumns,
      },
    },
    summary: { [theme.breakpoints.up('md')]: { gridColumn: '1 / 4' } },
    owner: { [theme.breakpoints.up('md')]: { gridColumn: '5' } },
  }),
  { name: 'SecurityPosturePage' },
);

export interface SecurityPageProps {
  posture: Posture;
}

/** How many findings are open; undefined for a zero that not every stage vouches for. */
function openTotal({ openFindings, stages }: Posture): number | undefined {
  const counts = Object.values(openFindings ?? {});
  const total = counts.reduce((sum, count) => sum + count, 0);
  return total > 0 || knowledgeOf(stages).quiet === 'clean' ? total : undefined;
}

/** The answer, who acts on it, the three stages, and below them the lists. */
export function SecurityPage({ posture }: SecurityPageProps) {
  const classes = useStyles();
  const { '*': rest = '' } = useParams();
  const current = subTabs.find(tab => rest.split('/')[0] === tab) ?? 'findings';
  const { owner, stages } = posture;
  return (
    <div className={classes.root}>
      <div className={classes.head}>
        <div className={classes.summary}>
          <SummaryCard posture={posture} />
        </div>
        <div className={classes.owner}>
          <OwnerCard owner={owner} />
        </div>
      </div>
      <StageLane stages={stages} />
      <SubTabs current={current} findings={openTotal(posture)}>
        <Routes>
          <Route index element={<FindingsTab posture={posture} />} />
          <Route path="findings" element={<FindingsTab posture={posture} />} />
          <Route
            path="admission"
            element={<AdmissionTab posture={posture} />}
          />
          <Route path="runtime" element={<RuntimeTab posture={posture} />} />
          <Route path="*" element={<Navigate to="../findings" replace />} />
        </Routes>
      </SubTabs>
    </div>
  );
}
