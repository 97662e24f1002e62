import { makeStyles } from '@material-ui/core/styles';
import { strokesOf, type DayValue } from './strokesOf';

const frame = { width: 300, height: 36 };
const MARGIN = 3;

const useStyles = makeStyles(
  theme => ({
    root: { position: 'relative' },
    picture: { display: 'block', width: '100%', height: 42, color: 'inherit' },
    line: {
      fill: 'none',
      stroke: 'currentColor',
      strokeWidth: 2,
      strokeLinecap: 'round',
      strokeLinejoin: 'round',
      vectorEffect: 'non-scaling-stroke',
    },
    table: {
      position: 'absolute',
      width: 1,
      height: 1,
      margin: -1,
      overflow: 'hidden',
      clipPath: 'inset(50%)',
      whiteSpace: 'nowrap',
      color: theme.palette.text.primary,
    },
  }),
  { name: 'SecurityPostureSparkline' },
);

export interface SparklineProps {
  days: DayValue[];
  /** What the values are. */
  caption: string;
  dayTitle: string;
  valueTitle: string;
  /** Of a day without a value. */
  noValue: string;
}

/** A small line without axes; who cannot see it reads a table. */
export function Sparkline(props: SparklineProps) {
  const { days, caption, dayTitle, valueTitle, noValue } = props;
  const classes = useStyles();
  const { width, height } = frame;
  return (
    <div className={classes.root}>
      <svg
        className={classes.picture}
        viewBox={`${-MARGIN} ${-MARGIN} ${width + 2 * MARGIN} ${
          height + 2 * MARGIN
        }`}
        preserveAspectRatio="none"
        aria-hidden
      >
        {strokesOf(days, frame).map(points => (
          <polyline key={points} className={classes.line} points={points} />
        ))}
      </svg>
      <div className={classes.table}>
        <table>
          <caption>{caption}</caption>
          <thead>
            <tr>
              <th scope="col">{dayTitle}</th>
              <th scope="col">{valueTitle}</th>
            </tr>
          </thead>
          <tbody>
            {days.map(({ day, value }) => (
              <tr key={day}>
                <th scope="row">{day}</th>
                <td>{value === undefined ? noValue : Math.round(value)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </div>
  );
}
