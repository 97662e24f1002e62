/** Where we have more open findings than another product says, or fewer, and why. */
export const peerDifferences: Record<string, { more: number; why: string }> = {
  'trivy/dd-all_statuses.json': {
    more: -1,
    why: 'what has the status not_affected is suppressed here',
  },
  'grype/dd-check_all_fields.json': {
    more: 1,
    why: 'DefectDojo merges two matches of the same id, package and version in different places',
  },
  'osv-scanner/dd-many_findings.json': {
    more: 37 - 66,
    why: 'DefectDojo makes a finding of every record, the tool and we of every group',
  },
  'sarif/dd-mobsfscan.json': {
    more: 9 - 18,
    why: 'DefectDojo counts locations, of which 9 results have 18',
  },
  'sarif/dd-appendix_k.sarif': {
    more: -1,
    why: 'a suppressed result is not open here, to DefectDojo it is a finding',
  },
  'sarif/dd-SuppressionTestCurrent.sarif': {
    more: -3,
    why: 'as above: 3 of 4 results are suppressed',
  },
  'cyclonedx/dd-valid-vulnerability-1.4.json': {
    more: -1,
    why: 'its author says that it does not affect',
  },
  'gitleaks/dd-gitleaks8_many.json': {
    more: 1,
    why: 'DefectDojo merges two of the 4 leaks by a key of its own',
  },
  'gitleaks/dd-version_7.5.0.json': {
    more: 4,
    why: 'DefectDojo merges the 8 leaks into 4, one commit hides the other',
  },
};
