import type { VulnerabilityFinding } from 'backstage-plugin-security-posture-node';
import { detailsOf } from './findingDetails';

const finding: VulnerabilityFinding = {
  kind: 'vulnerability',
  id: 'CVE-2026-0001',
  aliases: [],
  severity: 'high',
  title: 'A flaw',
  references: [],
  package: { name: 'zlib', layer: 'sha256:a' },
  fixedVersions: [],
  cvss: [],
  cwes: [],
};

describe('the details of a vulnerability', () => {
  it('keep its layer and what is known of attacks', () => {
    expect(
      detailsOf({ ...finding, ransomware: true, reachable: false }),
    ).toMatchObject({ layer: 'sha256:a', ransomware: true, reachable: false });
  });

  it('say nothing of what no tool looked at', () => {
    const kept = JSON.parse(JSON.stringify(detailsOf(finding)));
    expect(Object.keys(kept)).not.toContain('ransomware');
    expect(Object.keys(kept)).not.toContain('reachable');
  });
});
