import { InputError } from '@backstage/errors';
import type { FindingKind } from 'backstage-plugin-security-posture-common';
import {
  plainText,
  ReportBuilder,
  type SourceContext,
  type SourceDocument,
  type SourceReport,
  type SourceSubject,
} from 'backstage-plugin-security-posture-node';
import { systemFamily } from '../../model/systemFamily';
import { readChecks } from './checks';
import { readCompliance } from './compliance';
import { readComponents } from './packages';
import {
  contentOf,
  elementKindOf,
  isRecord,
  type ReportContent,
  reportKinds,
} from './reportContent';
import { Metadata, ReportFrame, Secret, Vulnerability } from './schema';
import { pushScope } from './scope';
import { readSecret } from './secret';
import {
  readComplianceDetails,
  readKubeBench,
  readKubeHunter,
} from './starboard';
import { readSubjects, type ReportSubjects } from './subject';
import { readVulnerability } from './vulnerability';

interface Frame {
  document: Record<string, unknown>;
  content: ReportContent;
  /** `report` of the document, or the document itself where only `status` counts. */
  report: Record<string, unknown>;
  frame: ReportFrame;
  metadata: Metadata;
  subjects: ReportSubjects;
  path: string;
}

/** @throws InputError if the document holds no report */
export function readReport(
  { value, path }: SourceDocument,
  context: SourceContext,
): SourceReport {
  const document = isRecord(value) ? value : {};
  const content = contentOf(document);
  if (!content) {
    throw new InputError(
      `trivy-operator: ${path}.kind: expected one of ${reportKinds.join(', ')}`,
    );
  }
  const holder = content === 'compliance' ? 'status' : 'report';
  if (!isRecord(document[holder])) {
    throw new InputError(
      `trivy-operator: ${path}.${holder}: expected an object`,
    );
  }
  const report = isRecord(document.report) ? document.report : document;
  const metadata = Metadata.parse(
    isRecord(document.metadata) ? document.metadata : {},
  );
  const frame = ReportFrame.parse(report);
  const subjects = readSubjects(metadata, frame, context.cluster);
  const place = { document, content, report, frame, metadata, subjects, path };
  const builder = new ReportBuilder(describe(place, context));
  readElements(builder, place, context);
  addImage(builder, place);
  addWorkload(builder, subjects, frame);
  addScope(builder, place);
  return builder.report;
}

function describe(
  { content, frame, metadata, subjects, document }: Frame,
  context: SourceContext,
) {
  const status = isRecord(document.status) ? document.status : {};
  const generatedAt =
    frame.updateTimestamp ??
    ReportFrame.parse(status).updateTimestamp ??
    metadata.creationTimestamp;
  return {
    tool: {
      name: plainText(frame.scanner?.name ?? 'Trivy', 100),
      ...(frame.scanner?.version
        ? { version: plainText(frame.scanner.version, 100) }
        : {}),
    },
    ...(generatedAt ? { generatedAt } : {}),
    subject: isAboutCluster(content) ? clusterOf(context) : subjects.owner,
  };
}

function isAboutCluster(content: ReportContent): boolean {
  return (
    content === 'compliance' ||
    content === 'compliance-details' ||
    content === 'kube-hunter'
  );
}

function clusterOf({ cluster }: SourceContext): SourceSubject {
  return {
    kind: 'cluster',
    name: cluster ?? 'unknown',
    ...(cluster ? { cluster } : {}),
  };
}

function readElements(
  builder: ReportBuilder,
  { content, report, frame, metadata, subjects, path, document }: Frame,
  context: SourceContext,
): void {
  const { findings } = builder.report;
  const at = `${path}.report`;
  const { image: subject } = subjects;
  const benchmark = plainText(metadata.name ?? 'compliance', 100);
  switch (content) {
    case 'vulnerabilities': {
      const place = { subject, osFamily: frame.os?.family };
      const list = report.vulnerabilities;
      const inList = `${at}.vulnerabilities`;
      builder.each('vulnerability', list, inList, Vulnerability, element => {
        const finding = readVulnerability(element, place);
        if (!finding)
          return 'the id or the package has no printable characters';
        findings.push(finding);
        return undefined;
      });
      return;
    }
    case 'secrets':
      builder.each(
        'secret',
        report.secrets,
        `${at}.secrets`,
        Secret,
        element => {
          const finding = readSecret(element, subject);
          if (!finding)
            return 'the rule or the file has no printable characters';
          findings.push(finding);
          return undefined;
        },
      );
      return;
    case 'checks':
      readChecks(builder, report, at);
      return;
    case 'components':
      readComponents(builder, report.components, `${at}.components`, subject);
      return;
    case 'compliance':
      readCompliance(builder, document.status, `${path}.status`, benchmark);
      return;
    case 'compliance-details':
      readComplianceDetails(builder, report, at, {
        benchmark,
        cluster: context.cluster,
      });
      return;
    case 'kube-bench':
      readKubeBench(builder, report, at);
      return;
    default:
      readKubeHunter(builder, report, at);
  }
}

/** The operator scans for vulnerabilities wherever it tells the distribution. */
function addImage(
  builder: ReportBuilder,
  { frame: { os }, subjects: { image: subject } }: Frame,
): void {
  if (!subject || !os?.family) return;
  const { family, name: version, eosl: endOfLife = false } = os;
  builder.report.images = [
    { subject, os: { family: systemFamily(family), version, endOfLife } },
  ];
}

/** That the workload runs the image is worth as much as what is wrong with it. */
function addWorkload(
  builder: ReportBuilder,
  { workload, container, image, imageReference }: ReportSubjects,
  frame: ReportFrame,
): void {
  if (!workload || !container || !imageReference) return;
  builder.report.workloads.push({
    subject: workload,
    annotations: {},
    containers: [
      { name: container, ...(image ? { image } : {}), imageReference },
    ],
    spec: {},
    ...(frame.updateTimestamp ? { at: frame.updateTimestamp } : {}),
  });
}

/** `prod/shop/Deployment/web/app`: where the image runs. */
function runsIn({
  workload,
  container,
  image,
}: ReportSubjects): string | undefined {
  if (!workload || !image) return undefined;
  const { cluster, namespace, workloadKind, name } = workload;
  return [cluster, namespace, workloadKind, name, container]
    .map(step => step ?? '')
    .join('/');
}

function addScope(builder: ReportBuilder, place: Frame) {
  const { content, subjects, metadata, document, report, frame } = place;
  const kind = elementKindOf(content);
  if (kind === 'package') return;
  const findingKind: FindingKind =
    kind === 'vulnerability' || kind === 'secret' ? kind : 'misconfiguration';
  const isOfImage = findingKind !== 'misconfiguration';
  pushScope(builder, {
    kind: findingKind,
    subject:
      isOfImage && subjects.image ? subjects.image : builder.report.subject,
    content,
    documentKind: document.kind,
    name: metadata.name,
    runsIn: runsIn(subjects),
    lists: report,
    summary: frame.summary,
  });
}
