import {
  type ImageSubject,
  plainText,
  type SourceDecision,
  type SourceSubject,
} from 'backstage-plugin-security-posture-node';
import { imageOf } from './entity';
import { severityOf } from './enums';
import { messageOf } from './message';
import type { Alert } from './schema';

/** What the admission controller refused. */
export function readDecision(
  alert: Alert,
  subject: SourceSubject,
): SourceDecision {
  const { policy, id, time } = alert;
  const [category] = policy.categories;
  const images = (alert.deployment?.containers ?? [])
    .slice(0, 50)
    .map(({ image }) => imageOf(image))
    .filter((image): image is ImageSubject => image !== undefined);
  return {
    subject,
    engine: 'stackrox',
    policy: plainText(policy.name, 300),
    action: 'deny',
    severity: severityOf(policy.severity),
    ...(category ? { category: plainText(category, 200) } : {}),
    message: messageOf(alert),
    ...(time ? { at: time } : {}),
    ...(id ? { eventId: plainText(id, 300) } : {}),
    ...(images.length > 0 ? { images } : {}),
  };
}
