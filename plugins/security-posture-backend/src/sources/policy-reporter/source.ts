import {
  ReportBuilder,
  type Source,
  type SourceSubject,
} from 'backstage-plugin-security-posture-node';
import { isRecord, readProperty } from '../policyreport/properties';
import { keepResult } from '../policyreport/result';
import { subjectsOfObjects } from '../policyreport/subject';
import { isHeartbeat, readHeartbeat } from './heartbeat';
import { WebhookResult } from './schema';

/** Results as the webhook of Policy Reporter sends them, one by one. */
export const policyReporterSource: Source = {
  id: 'policy-reporter',
  title: 'Policy Reporter',
  stage: 'deploy',
  looksLike: 'policy, rule, status, resource and creationTimestamp',
  recognise(document) {
    if (Array.isArray(document)) return false;
    return isResult(document) || isHeartbeat(document);
  },
  parse(documents, { cluster }) {
    if (documents.length === 0) return [];
    const subject = subjectOfCluster(cluster);
    const builder = new ReportBuilder({
      tool: { name: 'policy-reporter' },
      subject,
    });
    for (const { value, path } of documents) {
      if (isHeartbeat(value)) {
        builder.count('event');
        builder.report.sensorEvents.push(readHeartbeat(value));
        continue;
      }
      builder.one('policy-result', value, path, WebhookResult, result => {
        // Senders of several clusters name theirs in a custom field.
        const named = readProperty(result.properties, 'cluster') ?? cluster;
        const [judged = subjectOfCluster(named)] = subjectsOfObjects(
          result.resources,
          undefined,
          named,
        );
        const kept = keepResult(builder, result, {
          engine: 'policy-report',
          subjects: [judged],
        });
        return typeof kept === 'string' ? kept : undefined;
      });
    }
    return [builder.report];
  },
};

function isResult(document: Record<string, unknown>): boolean {
  return (
    'policy' in document &&
    'rule' in document &&
    'status' in document &&
    'creationTimestamp' in document &&
    isRecord(document.resource)
  );
}

function subjectOfCluster(cluster: string | undefined): SourceSubject {
  return {
    kind: 'cluster',
    name: cluster ?? 'unknown',
    ...(cluster ? { cluster } : {}),
  };
}
