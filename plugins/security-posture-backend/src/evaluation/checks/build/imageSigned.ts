import type { Evidence } from 'backstage-plugin-security-posture-common';
import type { ArtifactFacts } from '../../../model/facts';
import type { Check } from '../../Check';
import { isSeenOn } from '../../currentArtifacts';
import { findingsOfControl, passOnImage } from '../../imageControl';
import { judgeImages, seen } from '../../judgeImages';
import { count } from '../../judgements';
import { findingsOfKind } from '../../findingsOfKind';

const CONTROL = 'image-signed';

export const imageSigned: Check = {
  id: 'build.image.signed',
  stage: 'build',
  practices: ['F2'],
  title: 'Images are signed, and the signature was verified',
  rule: 'Passes if a tool verified a signature over the digest of every image that is built or runs, or a policy engine found it in order. Fails if an engine refuses or reports an image without a valid signature. Warns if there are statements about the image whose signature nobody verified. Unknown if there is neither.',
  inputs: [
    'Results of cosign verify',
    'Findings and passed controls of Kyverno, RHACS … about signatures',
  ],
  why: 'A signature proves who built the image and that nobody changed it since. Without one, whoever can push to the registry decides what runs.',
  fix: {
    text: 'Sign the digest in the pipeline that builds it, verify it there and send the result.',
    snippet: {
      language: 'shell',
      code: [
        'cosign sign --yes "$IMAGE@$DIGEST"',
        'cosign verify --output json \\',
        '  --certificate-identity "$SIGNER" --certificate-oidc-issuer "$ISSUER" \\',
        '  "$IMAGE@$DIGEST" > verified.json',
        'curl --fail-with-body --data-binary @verified.json \\',
        '  --header "Authorization: Bearer $SECURITY_POSTURE_TOKEN" \\',
        "  --header 'Content-Type: application/json' \\",
        '  "$BACKSTAGE_URL/api/security-posture/v1/reports"',
      ].join('\n'),
    },
  },
  passes: 'A tool verified a signature over the digest of every image.',
  weight: 0.03,
  reads: ['attestations'],
  judge: facts => {
    const reported = findingsOfKind(facts, 'misconfiguration').filter(
      ({ problem }) => problem === CONTROL,
    );
    return judgeImages(facts, {
      beside: findingsOfControl(facts, CONTROL),
      judge: image => {
        const verified = verifiedOn(image);
        if (verified) return verified;
        if (reported.some(finding => isSeenOn(finding, image))) return [];
        const pass = passOnImage(facts, image.subjectId, CONTROL);
        if (pass) return seen(image, 'pass', pass.title, pass.at);
        return image.attestations.length > 0
          ? seen(image, 'warn', 'No tool verified what is stated about it')
          : seen(image, 'unknown', 'Nothing is stated about it');
      },
      says: {
        fail: names => `No valid signature: ${names}.`,
        warn: names => `Nobody verified a signature of ${names}.`,
        pass: images => `Signed and verified: ${count(images, 'image')}.`,
        unknown: names => `Nothing tells whether ${names} is signed.`,
      },
    });
  },
};

function verifiedOn(image: ArtifactFacts): Evidence[] | undefined {
  const found = image.attestations.find(({ verified }) => verified);
  if (!found) return undefined;
  const { id, signer, at } = found;
  const title = signer ? `Signed by ${signer}` : 'The signature was verified';
  return seen(image, 'pass', title, at).map(evidence => ({
    ...evidence,
    kind: 'attestation',
    id,
  }));
}
