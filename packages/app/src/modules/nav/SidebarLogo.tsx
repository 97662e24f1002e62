import {
  Link,
  sidebarConfig,
  useSidebarOpenState,
} from '@backstage/core-components';
import { makeStyles } from '@material-ui/core/styles';
import { Shield } from './Shield';

const useStyles = makeStyles(theme => ({
  root: {
    display: 'flex',
    alignItems: 'center',
    height: 2 * sidebarConfig.logoHeight,
    marginBottom: theme.spacing(1),
    paddingLeft: 22,
  },
  link: {
    display: 'flex',
    alignItems: 'center',
    gap: theme.spacing(1.5),
    color: '#ffffff',
    fontFamily: theme.typography.fontFamily,
    lineHeight: 1.2,
    whiteSpace: 'nowrap',
  },
  second: { display: 'block', opacity: 0.75, fontSize: '0.85em' },
}));

export function SidebarLogo() {
  const classes = useStyles();
  const { isOpen } = useSidebarOpenState();
  return (
    <div className={classes.root}>
      <Link to="/" underline="none" className={classes.link} aria-label="Home">
        <Shield />
        {isOpen && (
          <span>
            <strong>Security Posture</strong>
            <span className={classes.second}>demo</span>
          </span>
        )}
      </Link>
    </div>
  );
}
