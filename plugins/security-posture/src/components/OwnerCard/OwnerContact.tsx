import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import ChatIcon from '@material-ui/icons/ChatOutlined';
import EmailIcon from '@material-ui/icons/MailOutline';
import PhoneIcon from '@material-ui/icons/PhoneInTalkOutlined';
import type SvgIcon from '@material-ui/core/SvgIcon';
import type { Owner } from 'backstage-plugin-security-posture-common';
import { securityPostureTranslationRef } from '../../translation';
import { WebLink } from '../WebLink';

const useStyles = makeStyles(
  theme => ({
    root: { display: 'grid', gap: theme.spacing(0.5), margin: 0 },
    line: {
      display: 'flex',
      alignItems: 'center',
      gap: theme.spacing(1),
      minWidth: 0,
      overflowWrap: 'anywhere',
    },
    icon: { fontSize: 16, color: theme.palette.text.secondary },
  }),
  { name: 'SecurityPostureOwnerContact' },
);

interface Line {
  label: string;
  Icon: typeof SvgIcon;
  title: string;
  url?: string;
}

/** The ways to reach the owner, or that the catalog gives none. */
export function OwnerContact({ owner }: { owner: Owner }) {
  const classes = useStyles();
  const { t } = useTranslationRef(securityPostureTranslationRef);
  const { email, chat, onCall } = owner;
  const lines: Line[] = [];
  if (email) {
    const url = `mailto:${email}`;
    lines.push({ label: t('owner.email'), Icon: EmailIcon, title: email, url });
  }
  if (chat) lines.push({ label: t('owner.chat'), Icon: ChatIcon, ...chat });
  if (onCall) {
    lines.push({ label: t('owner.onCall'), Icon: PhoneIcon, ...onCall });
  }
  if (lines.length === 0) {
    return (
      <Typography variant="body2" color="textSecondary">
        {t('owner.noContact')}
      </Typography>
    );
  }
  return (
    <div className={classes.root}>
      {lines.map(({ label, Icon, title, url }) => (
        <Typography key={label} className={classes.line} variant="body2">
          <Icon className={classes.icon} titleAccess={label} />
          <WebLink to={url}>{title}</WebLink>
        </Typography>
      ))}
    </div>
  );
}
