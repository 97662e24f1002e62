import type { Check } from '../../Check';
import { notRun } from '../../judgeAlerts';
import { subjectNames } from '../../judgeImages';
import {
  artifactEvidence,
  artifactName,
  count,
  judgementOf,
} from '../../judgements';
import { runningImages } from '../../running';
import { uploadSnippet } from '../../uploadSnippet';

export const driftUnscanned: Check = {
  id: 'runtime.drift.unscanned',
  stage: 'runtime',
  practices: ['R1'],
  title: 'What runs went through the pipeline',
  rule: 'Fails if an image runs of whose digest CI never sent a scan.',
  inputs: [
    'Running images, by cluster reports, admission and manifests',
    'Scans that a pipeline sent, by digest',
  ],
  why: 'An image that no pipeline ever scanned came from somewhere else: built by hand, pulled from the internet, or pushed by somebody who should not.',
  fix: {
    text: 'Build and scan it in CI and send the report with the digest. For images of other people, add a job that scans the digests that you deploy.',
    snippet: uploadSnippet,
  },
  passes: 'CI sent a scan of the digest of every running image.',
  weight: 0.05,
  looksAt: 'component',
  judge(facts) {
    const running = runningImages(facts);
    if (running.length === 0 && facts.component.type === 'library') {
      return notRun();
    }
    const evidence = running.map(artifact => {
      const ofBuild = artifact.scans.find(scan => scan.ofBuild);
      const name = artifactName(artifact);
      if (ofBuild) {
        return artifactEvidence(
          artifact,
          'pass',
          `${name}: ${ofBuild.tool} scanned it in CI`,
          ofBuild.at,
        );
      }
      return artifact.digest
        ? artifactEvidence(artifact, 'fail', `${name}: no scan from CI`)
        : artifactEvidence(artifact, 'unknown', `${name}: digest unknown`);
    });
    return judgementOf(evidence, {
      fail: worst =>
        `${subjectNames(worst)} runs with a digest that CI never scanned.`,
      warn: 'Nothing to judge.',
      pass: all => `CI scanned ${count(all.length, 'running image')}.`,
      unknown: worst =>
        worst.length > 0
          ? `It is not known which digest of ${subjectNames(worst)} runs.`
          : 'Nothing is known to run.',
      'not-applicable': 'Nothing to judge.',
    });
  },
};
