import type SvgIcon from '@material-ui/core/SvgIcon';
import BlockIcon from '@material-ui/icons/Block';
import CheckCircleIcon from '@material-ui/icons/CheckCircle';
import CloudOffIcon from '@material-ui/icons/CloudOff';
import ErrorIcon from '@material-ui/icons/Error';
import FilterListIcon from '@material-ui/icons/FilterList';
import HelpOutlineIcon from '@material-ui/icons/HelpOutline';
import HourglassEmptyIcon from '@material-ui/icons/HourglassEmpty';
import LinkOffIcon from '@material-ui/icons/LinkOff';
import LockIcon from '@material-ui/icons/Lock';
import ScheduleIcon from '@material-ui/icons/Schedule';
import TimelapseIcon from '@material-ui/icons/Timelapse';
import WarningIcon from '@material-ui/icons/Warning';
import type { StageState } from 'backstage-plugin-security-posture-common';
import type { Tone } from '../../palette';

/** Everything that is drawn where there is no data: the states of a stage, and those of a list or a request. */
export type PostureStateKind =
  | StageState
  | 'partly-known'
  | 'no-match'
  | 'error'
  | 'forbidden'
  | 'not-found'
  | 'loading';

interface Appearance {
  Icon: typeof SvgIcon;
  tone: Tone;
}

export const appearance: Record<PostureStateKind, Appearance> = {
  'never-scanned': { Icon: HelpOutlineIcon, tone: 'unknown' },
  stale: { Icon: ScheduleIcon, tone: 'stale' },
  clean: { Icon: CheckCircleIcon, tone: 'ok' },
  warning: { Icon: WarningIcon, tone: 'warning' },
  failing: { Icon: ErrorIcon, tone: 'bad' },
  'not-applicable': { Icon: BlockIcon, tone: 'neutral' },
  'partly-known': { Icon: TimelapseIcon, tone: 'unknown' },
  'no-match': { Icon: FilterListIcon, tone: 'neutral' },
  error: { Icon: CloudOffIcon, tone: 'bad' },
  forbidden: { Icon: LockIcon, tone: 'warning' },
  'not-found': { Icon: LinkOffIcon, tone: 'neutral' },
  loading: { Icon: HourglassEmptyIcon, tone: 'neutral' },
};
