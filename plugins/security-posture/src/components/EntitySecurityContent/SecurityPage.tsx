import { makeStyles } from '@material-ui/core/styles';
import { stages, type Posture } from 'backstage-plugin-security-posture-common';
import { Navigate, Route, Routes, useParams } from 'react-router-dom';
import { useHistory } from '../../hooks/useHistory';
import { knowledgeOf } from '../../knowledge';
import { ActionsCard } from '../ActionsCard';
import { AdmissionTab } from '../AdmissionTab';
import { DeploymentsTab } from '../DeploymentsTab';
import { FindingsTab } from '../FindingsTab';
import { OwnerCard } from '../OwnerCard';
import { PracticesTab } from '../PracticesTab';
import { RuntimeTab } from '../RuntimeTab';
import { StageLane } from '../StageLane';
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
      gridTemplateColumns: 'minmax(0, 1fr)',
      gap: theme.spacing(2),
      [theme.breakpoints.up('md')]: {
        gridTemplateColumns: 'minmax(0, 5fr) minmax(0, 7fr) minmax(0, 4fr)',
      },
    },
  }),
  { name: 'SecurityPosturePage' },
);

export interface SecurityPageProps {
  posture: Posture;
}

/** Days of history that the trend shows. */
const DAYS = 30;

/** How many findings are open; undefined for a zero that not every stage vouches for. */
function openTotal({ openFindings, stages: of }: Posture): number | undefined {
  const counts = Object.values(openFindings ?? {});
  const total = counts.reduce((sum, count) => sum + count, 0);
  return total > 0 || knowledgeOf(of).quiet === 'clean' ? total : undefined;
}

/** The answer, what to do first, who acts on it, the three stages, and below them the lists. */
export function SecurityPage({ posture }: SecurityPageProps) {
  const classes = useStyles();
  const { '*': rest = '' } = useParams();
  const current = subTabs.find(tab => rest.split('/')[0] === tab) ?? 'findings';
  const { entityRef, owner, checks } = posture;
  const history = useHistory(entityRef, DAYS);
  const failing = stages.reduce((sum, stage) => sum + checks[stage].fail, 0);
  return (
    <div className={classes.root}>
      <div className={classes.head}>
        <SummaryCard posture={posture} days={DAYS} history={history} />
        <ActionsCard posture={posture} />
        <OwnerCard owner={owner} />
      </div>
      <StageLane posture={posture} />
      <SubTabs
        current={current}
        findings={openTotal(posture)}
        failing={failing}
      >
        <Routes>
          <Route index element={<FindingsTab posture={posture} />} />
          <Route path="findings" element={<FindingsTab posture={posture} />} />
          <Route
            path="practices"
            element={<PracticesTab posture={posture} />}
          />
          <Route
            path="deployments"
            element={<DeploymentsTab posture={posture} />}
          />
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
