import type { FindingFacts } from '../../../model/facts';
import type { Proposal, Proposer } from '../Action';
import { releaseLine } from '../compareVersions';
import {
  comesWithBase,
  fixableInBuild,
  higherVersion,
  isSmallStep,
  neededVersion,
} from '../fixes';
import { countFindings } from '../names';

interface Upgrade {
  name: string;
  type?: string;
  version?: string;
  /** Installed versions; undefined among them if one is unknown. */
  installed: Set<string | undefined>;
}

/**
 * Upgrades a package to the highest of the versions that its findings need.
 * Versions that are installed side by side may need different release lines:
 * each line is an action of its own, over all components that need it.
 */
export const upgrade: Proposer<Upgrade> = {
  kind: 'upgrade',

  propose(component) {
    const proposals = new Map<string, Proposal<Upgrade>>();
    for (const findings of byInstalled(
      fixableInBuild(component).filter(finding => !comesWithBase(finding)),
    )) {
      const { name, type, version } = findings[0].package ?? { name: '' };
      const needed = findings
        .map(neededVersion)
        .reduce((a, b) => higherVersion(a, b, type), undefined);
      const line = needed === undefined ? '' : releaseLine(needed);
      const id = `upgrade:${type ?? ''}/${name}@${line}`;
      const flaws = findings.map(found => component.remaining.flawOf(found));
      const known = proposals.get(id);
      proposals.set(id, {
        id,
        cure: { flaws: [...(known?.cure.flaws ?? []), ...flaws] },
        details: {
          name,
          type,
          version: higherVersion(known?.details.version, needed, type),
          installed: new Set([...(known?.details.installed ?? []), version]),
        },
      });
    }
    return [...proposals.values()];
  },

  describe(parts) {
    const [{ details }] = parts;
    const version = parts
      .map(part => part.details.version)
      .reduce((a, b) => higherVersion(a, b, details.type), undefined);
    const isSmall = parts.every(part =>
      [...part.details.installed].every(from => isSmallStep(from, version)),
    );
    return {
      title: `Upgrade ${details.name}${version ? ` to ${version}` : ''}`,
      detail: `Ends ${countFindings(parts)}`,
      effort: isSmall ? 'small' : 'medium',
    };
  },
};

/** Findings of the same installed version of the same package: one upgrade has to end them all. */
function byInstalled(findings: readonly FindingFacts[]): FindingFacts[][] {
  const groups = new Map<string, FindingFacts[]>();
  for (const finding of findings) {
    if (!finding.package) continue;
    const { name, type, version } = finding.package;
    const key = JSON.stringify([type, name, version]);
    const group = groups.get(key);
    if (group) group.push(finding);
    else groups.set(key, [finding]);
  }
  return [...groups.values()];
}
