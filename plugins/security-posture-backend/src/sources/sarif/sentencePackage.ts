/** A package as a sentence names it. */
export interface SentencePackage {
  name?: string;
  version?: string;
  type?: string;
}

interface Sentence {
  pattern: RegExp;
  read(match: RegExpExecArray): SentencePackage;
}

// Every repetition is bounded and of what the next part cannot begin with.
const sentences: Sentence[] = [
  {
    // Grype
    pattern:
      /vulnerability in (\S{1,50}) package: ([^\s,]{1,500}), version (\S{0,200}) was found/,
    read: ([, type, name, version]) => ({ type, name, version }),
  },
  {
    // Grype before 0.66
    pattern:
      / reports (\S{1,500}) at version (\S{1,200})\s{1,4}which is a vulnerable \(([^)\s]{1,50})\) package/,
    read: ([, name, version, type]) => ({ type, name, version }),
  },
  {
    // OSV-Scanner
    pattern: /^Package '([^'\s]{1,700})' is vulnerable to/,
    read: ([, text]) => nameAndVersion(text),
  },
  {
    // govulncheck
    pattern: /vulnerable \S{1,30} in \d{1,4} packages? \(([^\s,)]{1,500})/,
    read: ([, name]) => ({ name, type: 'golang' }),
  },
  {
    // Snyk
    pattern: /introduces a vulnerable (\S{1,500}) package with/,
    read: ([, name]) => ({ name }),
  },
];

/** What Snyk's rules say in place of a description: ids, name and version. */
const SNYK = /^\([^()]{0,500}\) (\S{1,700})$/;

export function sentencePackage(
  message: string | undefined,
  description: string | undefined,
  producer: string,
): SentencePackage {
  const snyk =
    producer.startsWith('snyk') && description ? SNYK.exec(description) : null;
  if (snyk) return nameAndVersion(snyk[1]);
  const text = message?.slice(0, 3000) ?? '';
  for (const { pattern, read } of sentences) {
    const match = pattern.exec(text);
    if (match) return read(match);
  }
  return {};
}

function nameAndVersion(text: string): SentencePackage {
  const at = text.lastIndexOf('@');
  return at < 1
    ? { name: text }
    : { name: text.slice(0, at), version: text.slice(at + 1) };
}
