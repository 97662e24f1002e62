import { matchesGlob } from '../model/matchesGlob';
import type { AdmissionRules } from './Policy';

/** Whether the webhook leaves a namespace alone. What has no namespace is judged. */
export function isExempt(
  { exemptNamespaces }: Pick<AdmissionRules, 'exemptNamespaces'>,
  namespace: string | undefined,
): boolean {
  return (
    namespace !== undefined &&
    exemptNamespaces.some(pattern => matchesGlob(pattern, namespace))
  );
}
