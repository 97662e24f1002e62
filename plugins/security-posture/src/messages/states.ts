/** What is drawn where there is no data to draw. */
export const stateMessages = {
  state: {
    label: {
      'never-scanned': 'Never scanned',
      stale: 'Stale',
      clean: 'Clean',
      warning: 'Warning',
      failing: 'Failing',
      'not-applicable': 'Not applicable',
      'partly-known': 'Partly known',
      'no-match': 'No match',
      error: 'Could not load',
      forbidden: 'No access',
      'not-found': 'Not found',
      loading: 'Loading',
    },
    title: {
      'never-scanned': 'Never scanned',
      stale: 'Nothing open, but the reports are stale',
      clean: 'Nothing open',
      warning: 'Minor problems are open',
      failing: 'Critical or high problems are open',
      'not-applicable': 'Not applicable',
      'partly-known': 'Nothing open in what was reported',
      'no-match': 'Nothing matches these filters',
      error: 'The security posture could not be loaded',
      forbidden: 'You may not see the security posture of this component',
      'not-found': 'The security backend does not know this component',
      loading: 'Loading the security posture',
    },
    text: {
      'never-scanned':
        'No report has ever arrived, so nothing is known. That is not the same as clean.',
      stale:
        'The newest report is older than its freshness window. What was true then may have changed.',
      clean: 'The newest reports are fresh, and none shows an open problem.',
      warning: 'The reports are fresh. Nothing critical or high is open.',
      failing:
        'The reports are fresh. Act on the critical and high ones first.',
      'not-applicable': 'This component has no such stage.',
      'partly-known': 'Not known, and so not clean: {{stages}}.',
      'no-match': 'Change or clear the filters to see more.',
      error:
        'The backend gave no usable answer. What is shown elsewhere may be out of date.',
      forbidden:
        'It takes the permission security-posture.posture.read. The team that owns the component or the administrators of this portal can help.',
      'not-found':
        'It may be new to the catalog, renamed or hidden from you. Entities reach the backend from the catalog within a few minutes.',
      loading: 'One moment.',
    },
  },
  button: {
    retry: 'Try again',
    clearFilters: 'Clear filters',
  },
  hint: {
    unknown: 'No report has ever arrived.',
    build: 'Send the report of a scanner, for example Trivy or Grype, from CI.',
    deploy:
      'Send policy reports or audit events of the cluster, for example from Kyverno.',
    runtime: 'Send the alerts of a sensor, for example Falco.',
    endpoint: 'Reports go to',
    first: 'Send the first report from CI:',
    copy: 'Copy the command',
  },
} as const;
