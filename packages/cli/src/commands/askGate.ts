import type { PolicyVerdict } from 'backstage-plugin-security-posture-common';
import type { Settings } from '../arguments';
import type { PostureClient, Receipt } from '../client';
import { RequestError } from '../errors';
import { combineVerdicts, type JudgedSubjects } from './combineVerdicts';
import type { SentFile } from './sendFiles';

/**
 * The verdict of a run. The answer to a file judges what that file speaks of,
 * by what is known then. After several files the gate is asked again about their
 * images, now that all is known; and about the image that was asked for.
 */
export async function askGate(
  client: PostureClient,
  { entity, image }: Settings,
  sent: SentFile[],
): Promise<PolicyVerdict> {
  const judged = sent.map(judgedBy);
  const images = image === undefined ? imagesOf(sent) : [image];
  for (const each of images) {
    const verdict = await client.askGate({ entityRef: entity, image: each });
    const subjects = [each, ...verdict.images.map(imageReference)];
    judged.push({ subjects, verdict });
  }
  if (judged.length === 0) {
    const verdict = await client.askGate({ entityRef: entity });
    judged.push({ subjects: [], verdict });
  }
  const [first, ...rest] = judged;
  return combineVerdicts([first, ...rest]);
}

function judgedBy({ answer }: SentFile): JudgedSubjects {
  const { reports, verdict } = answer;
  if (verdict) return { subjects: reports.map(subjectName), verdict };
  throw new RequestError('The backend stored the report, but gave no verdict', {
    hint: 'Update the plugin backstage-plugin-security-posture-backend.',
  });
}

/** The images that several files spoke of. */
function imagesOf(sent: SentFile[]): string[] {
  if (sent.length < 2) return [];
  const images = sent
    .flatMap(({ answer }) => answer.reports)
    .filter(({ subject }) => subject.kind === 'image')
    .map(subjectName);
  return [...new Set(images)];
}

function subjectName({ subject }: Receipt): string {
  return subject.kind === 'image'
    ? imageReference(subject)
    : `${subject.kind} ${subject.name}`;
}

function imageReference({
  name,
  digest,
}: {
  name: string;
  digest?: string;
}): string {
  return digest ? `${name}@${digest}` : name;
}
