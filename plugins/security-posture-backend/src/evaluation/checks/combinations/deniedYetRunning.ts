import type {
  ArtifactFacts,
  ComponentFacts,
  DecisionFacts,
  WorkloadFacts,
} from '../../../model/facts';
import { ageInDays } from '../../age';
import type { Check, CheckContext } from '../../Check';
import { subjectNames } from '../../judgeImages';
import { judgeMeetings, type Meeting } from '../../judgeMeetings';
import {
  decisionEvidence,
  workloadEvidence,
  workloadName,
} from '../../judgements';
import { artifactsOf } from '../../running';

/** Sources that tell of refusals, not only of violations. */
const deciders: ReadonlySet<string> = new Set([
  'admissionreview',
  'gatekeeper',
  'k8s-audit',
  'stackrox',
]);

export const deniedYetRunning: Check = {
  id: 'combination.denied-yet-running',
  stage: 'runtime',
  practices: ['D5a'],
  title: 'What admission refused does not run',
  rule: 'Fails if a workload runs an image that a refusal within freshness.decisionDays names, and nothing let it in since. Warns if the refusal names no image, and the image that runs came after it.',
  inputs: [
    'Refusals and admissions, from the audit log of Kubernetes and from policy engines',
    'Images that the workload runs, and since when',
  ],
  why: 'Somebody found a way around the policy: another namespace or name, an exempted user, a webhook that was down and failed open.',
  fix: {
    text: 'Find out how it came to run: exemptions of the policy, failurePolicy of the webhook, who created it. Then mend what was refused, or ask for an exception, and deploy it again.',
    snippet: {
      language: 'shell',
      code: 'kubectl get validatingwebhookconfigurations \\\n  -o custom-columns=NAME:.metadata.name,FAILURE:.webhooks[*].failurePolicy,EXEMPT:.webhooks[*].namespaceSelector',
    },
  },
  passes:
    'Admission decisions and running images are known, and no image runs that was refused.',
  weight: 0.3,
  looksAt: 'component',
  judge: (facts, context) =>
    judgeMeetings(
      facts,
      facts.workloads.map(workload => meetingOf(facts, context, workload)),
      {
        meets: worst =>
          `${subjectNames(
            worst.filter(({ kind }) => kind === 'workload'),
          )} was refused and runs all the same.`,
        pass: 'Nothing runs that was refused.',
        unknown:
          'Either no source tells of admission decisions, or nothing is known to run.',
      },
    ),
};

function meetingOf(
  facts: ComponentFacts,
  context: CheckContext,
  workload: WorkloadFacts,
): Meeting {
  const running = artifactsOf(facts, workload).filter(
    artifact => artifact !== undefined && artifact.running,
  );
  const standing = standingDenials(facts, context, workload);
  const named = standing.filter(denial =>
    running.some(image => image && isNamedBy(denial, image)),
  );
  const passedBy = standing.filter(denial =>
    running.some(image => image && isLater(denial, image)),
  );
  const isTold =
    facts.decisions.length > 0 ||
    facts.sources.some(({ source }) => deciders.has(source));
  const met = named.length > 0 ? named : passedBy;
  return {
    first: running.length > 0 ? true : undefined,
    second: met.length > 0 || (isTold ? false : undefined),
    worst: named.length > 0 ? 'fail' : 'warn',
    evidenceOf: result => [
      workloadEvidence(workload, result, workloadName(workload)),
      ...met.map(denial =>
        decisionEvidence(denial, result, denial.message ?? denial.policy),
      ),
    ],
  };
}

/** Refusals of the workload that are recent, and after which nothing let it in. */
function standingDenials(
  { decisions }: ComponentFacts,
  { policy, now }: CheckContext,
  { subjectId }: WorkloadFacts,
): DecisionFacts[] {
  const ofWorkload = decisions.filter(
    decision => decision.subjectId === subjectId,
  );
  return ofWorkload.filter(
    ({ action, lastSeenAt }) =>
      action === 'deny' &&
      ageInDays(lastSeenAt, now) <= policy.freshness.decisionDays &&
      !ofWorkload.some(
        later => later.action !== 'deny' && later.lastSeenAt > lastSeenAt,
      ),
  );
}

/** Whether the refusal speaks of this very image, by digest or by tag. */
function isNamedBy(
  { message = '' }: DecisionFacts,
  { name, tag, digest }: ArtifactFacts,
): boolean {
  if (digest && message.includes(digest)) return true;
  if (!tag) return false;
  // Messages quote what the manifest says, where `nginx` is enough.
  const spellings = [/^/, /^docker\.io\/(library\/)?/].map(
    host => `${name.replace(host, '')}:${tag}`,
  );
  return spellings.some(reference => isQuoted(message, reference));
}

/** Whether a text holds a reference as a whole: `shop:1.4` is not in `shop:1.4.2`. */
function isQuoted(text: string, reference: string): boolean {
  const at = text.indexOf(reference);
  if (at < 0) return false;
  const before = text.slice(0, at);
  const after = text.slice(at + reference.length);
  return !/[\w/.-]$/.test(before) && !/^[.-]*\w/.test(after);
}

/** Whether the image came to run after the refusal. */
function isLater(
  { lastSeenAt }: DecisionFacts,
  { runningSince, admittedAt }: ArtifactFacts,
): boolean {
  const since = runningSince ?? admittedAt;
  return since !== undefined && since > lastSeenAt;
}
