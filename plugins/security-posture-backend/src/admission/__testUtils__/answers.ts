import type { SourceReport } from 'backstage-plugin-security-posture-node';
import { deployment, review } from '../../tests/__testUtils__/admission';
import type { Ruling } from '../../evaluation';
import { answerOf } from '../answerOf';
import { readReview } from '../readReview';
import { reportOfAnswer } from '../reportOfAnswer';

const passed: Ruling = {
  result: 'pass',
  point: 'admission',
  mode: 'enforce',
  violations: [],
  warnings: [],
  waived: [],
  unknown: [],
};

const refused: Ruling = {
  ...passed,
  result: 'fail',
  violations: [
    {
      checkId: 'deploy.privileged',
      stage: 'deploy',
      title: 'Containers do not run privileged',
      summary: 'One runs privileged.',
      evidence: [],
      evidenceTotal: 0,
    },
  ],
};

export interface ExampleAnswer {
  name?: string;
  cluster?: string;
  verdict?: 'allow' | 'deny' | 'break-glass';
  /** ISO 8601. */
  at?: string;
}

/** What the webhook tells of one answer, and under which id. */
export function answerReport({
  name = 'shop',
  cluster = 'prod',
  verdict = 'allow',
  at = '2026-11-20T10:00:00.000Z',
}: ExampleAnswer = {}): { uid: string; report: SourceReport; at: string } {
  const annotations: Record<string, string> =
    verdict === 'break-glass'
      ? { 'security-posture.io/break-glass': 'INC-42' }
      : {};
  const question = readReview(
    review(deployment({ name, annotations })),
    cluster === '' ? undefined : cluster,
  );
  const ruling = verdict === 'allow' ? passed : refused;
  const answer = answerOf(question, ruling, {});
  return {
    uid: question.uid,
    report: reportOfAnswer(question, answer, ruling, at),
    at,
  };
}
