#!/usr/bin/env bash
# Without cert-manager: makes the proxy's certificate with openssl for two years,
# applies the webhook and writes the CA into it. Run it again to renew; then only
# the Secret and caBundle change.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"

namespace=security-posture
host=security-posture-admission.$namespace.svc
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT

openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -noenc -days 730 \
  -subj '/CN=Security Posture admission' \
  -addext 'basicConstraints=critical,CA:TRUE' \
  -keyout "$folder/ca.key" -out "$folder/ca.crt"
openssl req -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -noenc \
  -subj "/CN=$host" -addext "subjectAltName=DNS:$host,DNS:$host.cluster.local" \
  -keyout "$folder/tls.key" -out "$folder/tls.csr"
openssl x509 -req -in "$folder/tls.csr" -days 730 -copy_extensions copy \
  -CA "$folder/ca.crt" -CAkey "$folder/ca.key" -CAcreateserial -out "$folder/tls.crt"
openssl verify -CAfile "$folder/ca.crt" "$folder/tls.crt"

kubectl --namespace "$namespace" create secret tls security-posture-admission-tls \
  --cert "$folder/tls.crt" --key "$folder/tls.key" --dry-run=client --output yaml |
  kubectl apply --filename -
kubectl apply --filename webhook.yaml
kubectl patch validatingwebhookconfiguration security-posture --type json --patch "[
  {\"op\": \"add\", \"path\": \"/webhooks/0/clientConfig/caBundle\", \"value\": \"$(base64 -w 0 <"$folder/ca.crt")\"}
]"
