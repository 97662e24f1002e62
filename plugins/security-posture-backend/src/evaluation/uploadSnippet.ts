import type { CheckFix } from 'backstage-plugin-security-posture-common';

/** How a pipeline scans what it built and sends the report. */
export const uploadSnippet: CheckFix['snippet'] = {
  language: 'shell',
  code: [
    'trivy image --format json --list-all-pkgs --output report.json "$IMAGE"',
    'curl --fail-with-body \\',
    '  --header "Authorization: Bearer $SECURITY_POSTURE_TOKEN" \\',
    "  --header 'Content-Type: application/json' \\",
    '  --data-binary @report.json \\',
    '  "$BACKSTAGE_URL/api/security-posture/v1/reports?scanners=vulnerability,secret&commit=$COMMIT&branch=$BRANCH"',
  ].join('\n'),
};
