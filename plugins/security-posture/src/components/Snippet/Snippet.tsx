import { makeStyles } from '@material-ui/core/styles';
import { CopyButton } from '../CopyButton';

const useStyles = makeStyles(
  theme => ({
    root: {
      display: 'flex',
      alignItems: 'flex-start',
      gap: theme.spacing(1),
      marginTop: theme.spacing(1),
      padding: theme.spacing(1),
      border: `1px solid ${theme.palette.divider}`,
      borderRadius: theme.shape.borderRadius,
      backgroundColor: theme.palette.background.default,
      textAlign: 'left',
    },
    code: {
      flex: 1,
      minWidth: 0,
      margin: 0,
      fontSize: theme.typography.pxToRem(12.5),
      overflowWrap: 'anywhere',
      whiteSpace: 'pre-wrap',
    },
  }),
  { name: 'SecurityPostureSnippet' },
);

export interface SnippetProps {
  code: string;
  /** Of the button that copies it. */
  copyLabel: string;
}

/** A few lines to copy. */
export function Snippet({ code, copyLabel }: SnippetProps) {
  const classes = useStyles();
  return (
    <div className={classes.root}>
      <pre className={classes.code}>{code}</pre>
      <CopyButton text={code} label={copyLabel} />
    </div>
  );
}
