import type { JudgedCheck } from 'backstage-plugin-security-posture-common';
import type { FindingFacts } from '../../../model/facts';
import type { PlannedComponent, Proposal, Proposer, Words } from '../Action';
import { componentNames, countFindings, subjectName } from '../names';
import type { FailedCheck } from '../RemainingRisk';

/** The check to mend, or one of the findings of a rule. */
type Mend = { check: JudgedCheck } | { finding: FindingFacts };

/** Longer instructions are no title. */
const MAX_TITLE = 100;

/**
 * Mends what no other kind of action does: a check by the way that it tells,
 * and findings in code and configuration rule by rule.
 *
 * @param isCovered - whether other actions together end the check or the finding
 */
export function mend(
  isCovered: (
    component: PlannedComponent,
    item: FailedCheck | FindingFacts,
  ) => boolean,
): Proposer<Mend> {
  return {
    kind: 'mend',

    propose: component => [
      ...component.remaining.checks
        .filter(check => !isCovered(component, check))
        .map(check => ofCheck(component, check)),
      ...ofRules(component, finding => isCovered(component, finding)),
    ],

    describe(parts) {
      const [{ details }] = parts;
      const where =
        parts.length > 1 ? `In ${componentNames(parts)}` : undefined;
      if ('finding' in details) {
        const { title, subject } = details.finding;
        return {
          title: `Mend “${title}”`,
          detail: where
            ? `Ends ${countFindings(parts)}`
            : `${subjectName(subject)}: ends ${countFindings(parts)}`,
          effort: 'medium',
        };
      }
      const { summary, fix } = details.check;
      return {
        title: titleOf(details.check),
        detail: where ?? summary,
        effort: 'medium',
        ...(fix?.snippet ? { snippet: fix.snippet } : {}),
      } satisfies Words;
    },
  };
}

function ofCheck(
  { remaining }: PlannedComponent,
  check: FailedCheck,
): Proposal<Mend> {
  return {
    id: `mend:${check.judged.checkId}`,
    cure: {
      checks: [check],
      // What was found broken is mended, what is vulnerable stays so.
      flaws: check.evidence.filter(
        flaw => remaining.flaws[flaw].finding?.kind === 'misconfiguration',
      ),
    },
    details: { check: check.judged },
  };
}

function ofRules(
  { facts, remaining }: PlannedComponent,
  isCovered: (finding: FindingFacts) => boolean,
): Proposal<Mend>[] {
  const rules = new Map<
    string,
    Proposal<Mend> & { cure: { flaws: number[] } }
  >();
  for (const finding of facts.findings) {
    const { kind, problem } = finding;
    if (kind !== 'code' && kind !== 'misconfiguration') continue;
    if (!remaining.countsAlone(finding) || isCovered(finding)) continue;
    const id = `mend:${kind}:${problem}`;
    const rule = rules.get(id);
    const flaw = remaining.flawOf(finding);
    if (rule) rule.cure.flaws.push(flaw);
    else rules.set(id, { id, cure: { flaws: [flaw] }, details: { finding } });
  }
  return [...rules.values()];
}

/** The first sentence of the fix, which says what to do. */
function titleOf({ title, fix }: JudgedCheck): string {
  const [sentence = ''] = fix?.text.split(/[.:](?:\s|$)/) ?? [];
  return sentence !== '' && sentence.length <= MAX_TITLE
    ? sentence
    : `Put in order: ${title}`;
}
