import type { TrivyLayer, TrivyResult, TrivySecret } from './model';

const RULES = {
  'aws-access-key-id': ['AWS', 'CRITICAL', 'AWS Access Key ID'],
  'aws-secret-access-key': ['AWS', 'CRITICAL', 'AWS Secret Access Key'],
  'github-pat': ['GitHub', 'CRITICAL', 'GitHub Personal Access Token'],
  'private-key': ['AsymmetricPrivateKey', 'HIGH', 'Asymmetric Private Key'],
  'slack-web-hook': ['Slack', 'MEDIUM', 'Slack Webhook'],
};

export interface FoundSecret {
  rule: keyof typeof RULES;
  /** The line with the secret, masked with `*` as Trivy masks it. */
  match: string;
  line: number;
  /** The lines around it. */
  before?: string;
  after?: string;
}

/** The result of class `secret` for one file. */
export function secrets(
  target: string,
  found: FoundSecret[],
  layer?: TrivyLayer,
): TrivyResult {
  return {
    Target: target,
    Class: 'secret',
    Secrets: found.map(secret => ({
      ...describe(secret),
      ...(layer ? { Layer: layer } : {}),
      Offset: secret.line * 31,
    })),
  };
}

function describe(secret: FoundSecret): TrivySecret {
  const [category, severity, title] = RULES[secret.rule];
  const lines = [
    { number: secret.line - 1, text: secret.before, cause: false },
    { number: secret.line, text: secret.match, cause: true },
    { number: secret.line + 1, text: secret.after, cause: false },
  ];
  return {
    RuleID: secret.rule,
    Category: category,
    Severity: severity,
    Title: title,
    StartLine: secret.line,
    EndLine: secret.line,
    Code: {
      Lines: lines.flatMap(({ number, text, cause }) =>
        text === undefined
          ? []
          : [
              {
                Number: number,
                Content: text,
                IsCause: cause,
                Annotation: '',
                Truncated: false,
                ...(text === '' ? {} : { Highlighted: text }),
                FirstCause: cause,
                LastCause: cause,
              },
            ],
      ),
    },
    Match: secret.match,
  };
}
