import type {
  CheckResult,
  Evidence,
} from 'backstage-plugin-security-posture-common';
import type { ArtifactFacts, ScanFacts } from '../../../model/facts';
import { ageInDays, ago } from '../../age';
import type { Check, CheckContext } from '../../Check';
import { notRun } from '../../judgeAlerts';
import { subjectNames } from '../../judgeImages';
import {
  artifactEvidence,
  artifactName,
  count,
  judgementOf,
} from '../../judgements';
import { runningImages } from '../../running';
import { newestScan } from '../../scans';

export const scan: Check = {
  id: 'runtime.scan',
  stage: 'runtime',
  practices: ['R1'],
  title: 'What runs is scanned for vulnerabilities in the cluster',
  rule: 'Passes if the cluster scanned each running image for vulnerabilities, completely, within freshness.runningScanDays. Warns if only the pipeline scanned it since, or the scan is incomplete. Fails if nothing did.',
  inputs: [
    'Scans of Trivy Operator, RHACS and others that speak of what runs',
    'Scans from CI of the same digest',
  ],
  why: 'Vulnerabilities become known after the build. An image that runs for months is only as safe as its last scan, and pipelines do not scan what is not built again.',
  fix: {
    text: 'Let a scanner in the cluster report what runs, and renew its reports.',
    snippet: {
      language: 'yaml',
      code: '# Helm values of trivy-operator\noperator:\n  webhookBroadcastURL: https://backstage.example.com/api/security-posture/v1/reports?cluster=prod\n  scannerReportTTL: 24h',
    },
  },
  passes:
    'For each running image there is a complete scan from the cluster that is fresh.',
  weight: 0.05,
  looksAt: 'component',
  judge(facts, context) {
    const running = runningImages(facts);
    if (running.length === 0 && facts.component.type === 'library') {
      return notRun();
    }
    const evidence = running.map(artifact => judgeImage(artifact, context));
    return judgementOf(evidence, {
      fail: worst =>
        `Nothing scanned ${subjectNames(worst)} lately, and it runs.`,
      warn: worst =>
        `No complete scan of ${subjectNames(worst)} from the cluster.`,
      pass: all =>
        `${count(all.length, 'running image')} scanned in the cluster.`,
      unknown: 'Nothing is known to run.',
      'not-applicable': 'Nothing to judge.',
    });
  },
};

function judgeImage(
  artifact: ArtifactFacts,
  { policy, now }: CheckContext,
): Evidence {
  const isFresh = ({ at }: ScanFacts) =>
    ageInDays(at, now) <= policy.freshness.runningScanDays;
  const newest = (isWanted?: (scan: ScanFacts) => boolean) =>
    newestScan(artifact, 'vulnerability', isWanted);
  const best =
    newest(found => isFresh(found) && !found.ofBuild && found.complete) ??
    newest(found => isFresh(found) && !found.ofBuild) ??
    newest(isFresh);
  const told = best ?? newest();
  const words = told ? described(told, now) : 'never scanned';
  return artifactEvidence(
    artifact,
    resultOf(best),
    `${artifactName(artifact)}: ${words}`,
    told?.at,
  );
}

function resultOf(best: ScanFacts | undefined): CheckResult {
  if (!best) return 'fail';
  return !best.ofBuild && best.complete ? 'pass' : 'warn';
}

function described({ tool, ofBuild, complete, at }: ScanFacts, now: Date) {
  const where = ofBuild ? 'from CI' : 'in the cluster';
  const how = complete ? 'scanned' : 'scanned in part';
  return `${how} by ${tool} ${where} ${ago(at, now)}`;
}
