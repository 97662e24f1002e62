import { plainText } from 'backstage-plugin-security-posture-node';
import type { ReadRule } from './rule';

export type ResultKind =
  | 'vulnerability'
  | 'secret'
  | 'misconfiguration'
  | 'licence'
  | 'code';

/** What the tool behind a run is known for. */
export interface Producer {
  kind: ResultKind;
  /** Name in lower case. */
  name: string;
  category?: 'ci';
  /** Its results are of several kinds, and the rule tells which. */
  isMixed?: boolean;
  /** It names the image where others name a file. */
  locatesImage?: boolean;
}

// First match wins, so the longer of two names that begin alike comes first.
const producers: [prefix: string, producer: Omit<Producer, 'name'>][] = [
  ['trivy', { kind: 'vulnerability', isMixed: true }],
  ['snyk container', { kind: 'vulnerability', locatesImage: true }],
  ['snyk iac', { kind: 'misconfiguration' }],
  ['snyk open source', { kind: 'vulnerability' }],
  ['snykcode', { kind: 'code' }],
  ['snyk code', { kind: 'code' }],
  ['snyk', { kind: 'vulnerability' }],
  ['dockle', { kind: 'misconfiguration', locatesImage: true }],
  ['roxctl', { kind: 'misconfiguration', locatesImage: true }],
  ...all('vulnerability', [
    ...['grype', 'anchore', 'osv-scanner', 'osv scanner', 'govulncheck'],
    ...['dependency-check', 'owasp dependency', 'dependency-track'],
    ...['docker scout', 'clair', 'jfrog xray', 'xray', 'black duck'],
    ...['blackduck', 'twistlock', 'prisma cloud', 'pip-audit', 'npm audit'],
    ...['cargo-audit', 'bundler-audit', 'retire', 'nancy', 'mend', 'meterian'],
  ]),
  ...all('secret', [
    ...['gitleaks', 'trufflehog', 'detect-secrets', 'git-secrets', 'ggshield'],
    ...['gitguardian', 'noseyparker', 'nosey parker', 'whispers', 'talisman'],
    ...['secretlint', 'ripsecrets', 'kingfisher', 'betterleaks'],
  ]),
  ...all('misconfiguration', [
    ...['checkov', 'bridgecrew', 'kics', 'tfsec', 'terrascan', 'hadolint'],
    ...['kube-linter', 'kubelinter', 'kubesec', 'kube-score', 'kubescape'],
    ...['polaris', 'datree', 'conftest', 'cfn-lint', 'cfn_nag', 'prowler'],
    ...[
      'templateanalyzer',
      'template analyzer',
      'psrule',
      'regula',
      'steampipe',
    ],
  ]),
  ...all('code', ['scorecard', 'zizmor', 'actionlint', 'poutine', 'octoscan'], {
    category: 'ci',
  }),
];

function all(
  kind: ResultKind,
  names: string[],
  more: Omit<Producer, 'kind' | 'name'> = {},
): [string, Omit<Producer, 'name'>][] {
  return names.map(name => [name, { kind, ...more }]);
}

/** A tool that is not known analyses code, as most that write SARIF do. */
export function producerOf(driver: string): Producer {
  const name = plainText(driver, 200).toLowerCase();
  const known = producers.find(([prefix]) => name.startsWith(prefix));
  return { ...(known?.[1] ?? { kind: 'code' }), name };
}

/** `CVE-…` and `GHSA-…`, also with the package behind it as Grype writes it. */
export const ADVISORY =
  /^(?:CVE-\d{4}-\d{4,19}|GHSA(?:-[0-9a-z]{4}){3})(?![0-9a-z])/;
const CHECKOV_SECRET = /^CKV_SECRET_\d/;

const kindsOfTrivy = new Map<string, ResultKind>([
  ['OsPackageVulnerability', 'vulnerability'],
  ['LanguageSpecificPackageVulnerability', 'vulnerability'],
  ['Misconfiguration', 'misconfiguration'],
  ['Secret', 'secret'],
  ['License', 'licence'],
  ['vulnerability', 'vulnerability'],
  ['misconfiguration', 'misconfiguration'],
  ['secret', 'secret'],
  ['license', 'licence'],
]);

/** Tells apart what one result is about. */
export function kindOf(
  producer: Producer,
  ruleId: string,
  rule: ReadRule | undefined,
): ResultKind {
  if (producer.isMixed && rule) {
    for (const word of [rule.name, ...rule.tags.slice(0, 5)]) {
      const kind = word === undefined ? undefined : kindsOfTrivy.get(word);
      if (kind) return kind;
    }
  }
  if (ADVISORY.test(ruleId)) return 'vulnerability';
  return CHECKOV_SECRET.test(ruleId) ? 'secret' : producer.kind;
}
