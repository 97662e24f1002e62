const spellings = [
  'Falco',
  'Gatekeeper',
  'gitleaks',
  'Grype',
  'Kyverno',
  'OSV-Scanner',
  'Pod Security',
  'Policy Reporter',
  'roxctl',
  'Semgrep',
  'StackRox',
  'Tetragon',
  'Trivy',
];

const bySimple = new Map(spellings.map(name => [simple(name), name]));

/** One spelling for a tool, however its documents write it: `trivy` is Trivy. */
export function toolName(name: string): string {
  return bySimple.get(simple(name)) ?? name;
}

function simple(name: string): string {
  return name.toLowerCase().replace(/[^a-z0-9]/g, '');
}
