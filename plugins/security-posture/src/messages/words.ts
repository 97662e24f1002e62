/** The glossary: one word for each value of the model. */
export const wordMessages = {
  stage: { build: 'Build', deploy: 'Deploy', runtime: 'Runtime' },
  severity: {
    critical: 'Critical',
    high: 'High',
    medium: 'Medium',
    low: 'Low',
    info: 'Info',
    unknown: 'Unknown',
  },
  severityLetter: {
    critical: 'C',
    high: 'H',
    medium: 'M',
    low: 'L',
    info: 'I',
    unknown: '?',
  },
  kind: {
    vulnerability: 'Vulnerability',
    misconfiguration: 'Misconfiguration',
    secret: 'Secret',
    licence: 'Licence',
    code: 'Code',
    alert: 'Alert',
  },
  findingState: {
    open: 'Open',
    fixed: 'Fixed',
    suppressed: 'Suppressed',
    stale: 'Stale',
  },
  activity: { new: 'New', reopened: 'Reopened' },
  rollout: {
    deployed: 'In the newest build and running',
    'awaiting-rollout': 'Fixed in build, not rolled out',
    'will-ship': 'Will ship: not running yet',
  },
  triage: {
    affected: 'Affected',
    'under-investigation': 'Under investigation',
    'not-affected': 'Not affected',
    'false-positive': 'False positive',
  },
  checkResult: {
    pass: 'Pass',
    warn: 'Warn',
    fail: 'Fail',
    unknown: 'Unknown',
    'not-applicable': 'Not applicable',
  },
  effort: {
    small: 'Small effort',
    medium: 'Medium effort',
    large: 'Large effort',
  },
  decision: {
    deny: 'Refused',
    warn: 'Warned',
    audit: 'Audited',
    allow: 'Allowed',
  },
} as const;
