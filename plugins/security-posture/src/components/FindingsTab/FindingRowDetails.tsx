import type { Finding } from 'backstage-plugin-security-posture-common';
import { useFinding } from '../../hooks/useFinding';
import { FindingDetails } from '../FindingDetails';

/** Asks for the rest once a row is unfolded. */
export function FindingRowDetails({ finding }: { finding: Finding }) {
  const request = useFinding(finding.id);
  return <FindingDetails finding={finding} request={request} />;
}
