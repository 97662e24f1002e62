import type { Source } from 'backstage-plugin-security-posture-node';

/** The webhook as a source of reports. Its answers are no documents, so it recognises none. */
export const webhookSource: Source = {
  id: 'admission-webhook',
  title: 'Security Posture admission webhook',
  stage: 'deploy',
  looksLike: 'an answer of the admission webhook',
  recognise: () => false,
  parse: () => [],
};
