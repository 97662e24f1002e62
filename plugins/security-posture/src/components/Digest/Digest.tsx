import { makeStyles } from '@material-ui/core/styles';

const SHOWN = 12;

const useStyles = makeStyles(
  theme => ({
    root: {
      fontFamily: 'monospace',
      fontSize: theme.typography.pxToRem(13),
      whiteSpace: 'nowrap',
    },
  }),
  { name: 'SecurityPostureDigest' },
);

/** The start of a digest, and all of it on hover. */
export function Digest({ digest }: { digest: string }) {
  const classes = useStyles();
  const short = digest.replace(/^sha256:/, '').slice(0, SHOWN);
  return (
    <span className={classes.root} title={digest}>
      {short}…
    </span>
  );
}
