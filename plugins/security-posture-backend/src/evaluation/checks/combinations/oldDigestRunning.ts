import type { ArtifactFacts, ComponentFacts } from '../../../model/facts';
import type { Check } from '../../Check';
import { findingsOn } from '../../findingsOn';
import { subjectNames } from '../../judgeImages';
import { judgeMeetings, type Meeting } from '../../judgeMeetings';
import { artifactEvidence, artifactName } from '../../judgements';
import { runningImages } from '../../running';
import { newestScan } from '../../scans';
import { unlessTruncated } from '../../truncation';

export const oldDigestRunning: Check = {
  id: 'combination.old-digest-running',
  stage: 'runtime',
  practices: ['B3', 'D1'],
  title: 'What is fixed in the build is rolled out',
  rule: 'Fails if an image runs of which a newer build exists that has fewer critical and high vulnerabilities.',
  inputs: [
    'The digest of the newest build, from CI',
    'Digests that run, by cluster reports, admission and manifests',
    'Vulnerabilities of both',
  ],
  why: 'The work is done and protects nobody: the pipeline is green while the vulnerable image goes on serving.',
  fix: {
    text: 'Roll out the newest build. Pin the digest, so that a restart gets what you mean.',
    snippet: {
      language: 'shell',
      code: 'kubectl -n my-namespace set image deployment/my-service app="$IMAGE@$DIGEST"',
    },
  },
  passes:
    'The newest build runs, or it is no better than what runs; both were scanned.',
  weight: 0.2,
  looksAt: 'component',
  judge: facts =>
    unlessTruncated(
      facts,
      judgeMeetings(
        facts,
        runningImages(facts).map(running => meetingOf(facts, running)),
        {
          meets: worst =>
            `A newer build of ${subjectNames(
              worst,
            )} has fewer vulnerabilities and does not run.`,
          pass: 'No newer build is better than what runs.',
          unknown:
            'The newest build, what runs, or a scan of one of them is not known.',
        },
      ),
    ),
};

function meetingOf(facts: ComponentFacts, running: ArtifactFacts): Meeting {
  const newest = running.built
    ? running
    : facts.artifacts.find(
        ({ subjectId, built, kind }) =>
          kind === 'image' && built && subjectId === running.subjectId,
      );
  const isSame = newest?.digest === running.digest;
  const before = seriousOn(facts, running);
  const after = newest && seriousOn(facts, newest);
  const isBetter =
    before === undefined || after === undefined ? undefined : after < before;
  return {
    first: newest?.digest && running.digest ? !isSame : undefined,
    // The newest build itself needs no comparison.
    second: isSame ? false : isBetter,
    evidenceOf: result => [
      artifactEvidence(
        running,
        result,
        `${artifactName(running)} runs${told(before)}`,
        running.runningSince,
      ),
      ...(newest && !isSame
        ? [
            artifactEvidence(
              newest,
              result,
              `${artifactName(newest)} is the newest build${told(after)}`,
              newest.builtAt,
            ),
          ]
        : []),
    ],
  };
}

/** How many critical and high vulnerabilities; undefined if nobody looked. */
function seriousOn(
  facts: ComponentFacts,
  artifact: ArtifactFacts,
): number | undefined {
  // A finding that names no digest tells nothing of the difference.
  const isScanned = newestScan(
    artifact,
    'vulnerability',
    ({ complete }) => complete,
  );
  if (!isScanned || !artifact.digest) return undefined;
  return findingsOn(
    facts,
    [artifact],
    'vulnerability',
    ({ severity, digests }) =>
      digests.length > 0 && (severity === 'critical' || severity === 'high'),
  ).findings.length;
}

function told(serious: number | undefined): string {
  return serious === undefined ? '' : `, ${serious} critical and high`;
}
