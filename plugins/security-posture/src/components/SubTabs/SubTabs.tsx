import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Card from '@material-ui/core/Card';
import { makeStyles } from '@material-ui/core/styles';
import Tab from '@material-ui/core/Tab';
import Tabs from '@material-ui/core/Tabs';
import type { ReactNode } from 'react';
import { Link } from 'react-router-dom';
import { securityPostureTranslationRef } from '../../translation';

export const subTabs = [
  'findings',
  'practices',
  'deployments',
  'admission',
  'runtime',
] as const;
export type SubTab = (typeof subTabs)[number];

const useStyles = makeStyles(
  theme => ({
    tabs: {
      minHeight: 44,
      padding: theme.spacing(0, 1),
      borderBottom: `1px solid ${theme.palette.divider}`,
    },
    tab: {
      minWidth: 0,
      minHeight: 44,
      padding: theme.spacing(1, 1.5),
      fontSize: theme.typography.body2.fontSize,
      letterSpacing: 'normal',
      textTransform: 'none',
    },
    panel: { padding: theme.spacing(2) },
  }),
  { name: 'SecurityPostureSubTabs' },
);

export interface SubTabsProps {
  current: SubTab;
  /** How many open findings, if that is known. */
  findings?: number;
  /** How many practices fail. */
  failing: number;
  children: ReactNode;
}

/** The lists of the Security tab, each at its own address. */
export function SubTabs(props: SubTabsProps) {
  const { current, findings, failing, children } = props;
  const classes = useStyles();
  const { t } = useTranslationRef(securityPostureTranslationRef);
  const counters: Partial<Record<SubTab, string>> = {
    findings: findings?.toLocaleString(),
    // None failing is no praise: some may be unknown.
    practices: failing > 0 ? t('tab.failing', { count: failing }) : undefined,
  };
  const labelOf = (tab: SubTab) =>
    [t(`tab.${tab}`), counters[tab]].filter(Boolean).join(' ');
  return (
    <Card variant="outlined">
      <Tabs
        className={classes.tabs}
        value={current}
        variant="scrollable"
        scrollButtons="off"
        indicatorColor="primary"
        aria-label={t('tab.label')}
      >
        {subTabs.map(tab => (
          <Tab
            key={tab}
            id={`security-posture-tab-${tab}`}
            className={classes.tab}
            value={tab}
            label={labelOf(tab)}
            component={Link}
            to={tab}
          />
        ))}
      </Tabs>
      <div
        className={classes.panel}
        role="tabpanel"
        aria-labelledby={`security-posture-tab-${current}`}
      >
        {children}
      </div>
    </Card>
  );
}
