#!/usr/bin/env bash
# The end of a pipeline: the image is built and scanned, and is deployed only if
# the policy lets it. Takes the report of the scan. The address of the portal and
# the token are in SECURITY_POSTURE_URL and SECURITY_POSTURE_TOKEN.
set -euo pipefail

report="${1:?usage: ci.sh REPORT}"
cli="$(dirname "${BASH_SOURCE[0]}")/../../cli/bin/security-posture"

echo "== Gate"
"$cli" gate "$report" \
  --entity component:default/recommendations \
  --scanners vulnerability,secret

echo "== Deploy"
