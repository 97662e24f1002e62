import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Tooltip from '@material-ui/core/Tooltip';
import Typography from '@material-ui/core/Typography';
import type {
  StagePosture,
  ToolFreshness,
} from 'backstage-plugin-security-posture-common';
import { Duration } from 'luxon';
import { securityPostureTranslationRef } from '../../translation';
import { RelativeTime } from '../RelativeTime';

const verbs = {
  build: 'stageCard.scanned',
  deploy: 'stageCard.reported',
  runtime: 'stageCard.event',
} as const;

function freshFor(hours: number): string {
  const whole = hours >= 48 && hours % 24 === 0;
  return Duration.fromObject(
    whole ? { days: hours / 24 } : { hours },
  ).toHuman();
}

function toolName({ name, version }: ToolFreshness): string {
  return version ? `${name} ${version}` : name;
}

/** When the stage was last reported on, and by what; which tools have fallen silent. */
export function StageFreshness({ posture }: { posture: StagePosture }) {
  const { t } = useTranslationRef(securityPostureTranslationRef);
  const { stage, state, lastReportAt, tools } = posture;
  const time = freshFor(posture.freshForHours);
  const fresh = tools.filter(tool => !tool.stale || state === 'stale');
  const silent = tools.filter(tool => !fresh.includes(tool));
  return (
    <Typography variant="body2" color="textSecondary" component="div">
      <Tooltip title={t('stageCard.freshFor', { time })}>
        <span>
          {lastReportAt &&
            t(verbs[stage], { time: <RelativeTime time={lastReportAt} /> })}
          {fresh.length > 0 &&
            ` · ${[...new Set(fresh.map(toolName))].join(', ')}`}
        </span>
      </Tooltip>
      {silent.map(tool => (
        <div key={tool.source + tool.name}>
          {t('stageCard.staleTool', {
            tool: toolName(tool),
            time: <RelativeTime time={tool.lastReportAt} />,
          })}
        </div>
      ))}
      {state === 'stale' && <div>{t('stageCard.staleSince', { time })}</div>}
    </Typography>
  );
}
