import {
  firstLine,
  plainText,
  ReportBuilder,
  type SourceContext,
} from 'backstage-plugin-security-posture-node';
import { findingOf } from './finding';
import { messageText } from './message';
import { type PathReader, pathReaderOf } from './paths';
import { placeOf } from './place';
import { kindOf, type Producer, producerOf, type ResultKind } from './producer';
import type { ReadRule } from './rule';
import { type RuleBook, ruleBookOf } from './ruleBook';
import { Invocation, Result, type Run } from './schema';
import { addScopes } from './scopes';
import { subjectOf, versionControlOf } from './subject';

interface RunReading {
  builder: ReportBuilder;
  producer: Producer;
  rules: RuleBook;
  paths: PathReader;
  seen: Set<ResultKind>;
  unreadable: Set<ResultKind>;
}

/** Reads one run: one tool, one report. */
export function readRun(
  run: Run,
  path: string,
  context: SourceContext,
): ReportBuilder {
  const driver = run.tool?.driver;
  const producer = producerOf(driver?.name ?? '');
  const paths = pathReaderOf(run);
  const source = versionControlOf(run);
  const version = driver?.semanticVersion ?? driver?.version;
  const { revisionId: commit, branch } = source ?? {};
  const builder = new ReportBuilder({
    tool: {
      name: firstLine(driver?.name ?? '', 200) || 'unknown',
      ...(version ? { version: plainText(version, 100) } : {}),
    },
    subject: subjectOf(run, producer, firstPlaceOf(run, paths)),
    generatedAt: generatedAtOf(run),
    ...(commit ? { commit: plainText(commit, 100) } : {}),
    ...(branch
      ? { branch: plainText(branch.replace(/^refs\/heads\//, ''), 300) }
      : {}),
  });
  const reading: RunReading = {
    builder,
    producer,
    rules: ruleBookOf(run),
    paths,
    seen: new Set(),
    unreadable: new Set(),
  };
  readResults(run.results, `${path}.results`, reading);
  addScopes(builder, { run, context, ...reading });
  if (builder.report.subject.kind === 'artifact') {
    builder.warn(
      'The run names neither a repository (versionControlProvenance) nor an image: send it with entityRef',
    );
  }
  return builder;
}

function readResults(
  results: unknown,
  path: string,
  reading: RunReading,
): void {
  const { builder, producer, rules, seen, unreadable } = reading;
  if (!Array.isArray(results)) {
    builder.each(producer.kind, results, path, Result, () => undefined);
    return;
  }
  for (let index = 0; index < results.length; index += 1) {
    const { data: result } = Result.safeParse(results[index]);
    if (!result) {
      const at = `${path}[${index}]`;
      unreadable.add(producer.kind);
      builder.one(producer.kind, results[index], at, Result, () => undefined);
      continue;
    }
    const rule = rules.find(result);
    const message = messageText(result.message, rule?.messageStrings);
    const ruleId =
      rules.idOf(result, rule) ?? ruleOfMessage(message, rules) ?? '';
    const kind = kindOf(producer, ruleId, rule);
    builder.count(kind);
    seen.add(kind);
    const reason = reasonToLeaveOut(result, ruleId, message);
    if (reason) {
      builder.skip(kind, `${path}[${index}]`, reason.text);
      if (reason.isLoss) unreadable.add(kind);
    } else {
      keepResult(result, { kind, rule, ruleId, message }, reading);
    }
  }
}

function keepResult(
  result: Result,
  known: {
    kind: ResultKind;
    rule: ReadRule | undefined;
    ruleId: string;
    message: string | undefined;
  },
  { builder, producer, paths }: RunReading,
): void {
  const { kind, rule, message } = known;
  const { findings, passes } = builder.report;
  const ruleId = plainText(known.ruleId, 500) || 'unnamed';
  if (result.kind === 'pass') {
    const title = rule?.title ?? (firstLine(message ?? '') || undefined);
    passes.push({ id: ruleId, title });
    return;
  }
  const place = placeOf(result.locations, paths);
  findings.push(
    findingOf(kind, { result, ruleId, rule, producer, place, message }),
  );
}

function reasonToLeaveOut(
  result: Result,
  ruleId: string,
  message: string | undefined,
): { text: string; isLoss: boolean } | undefined {
  if (ruleId === '' && message === undefined) {
    return { text: 'expected a message or a rule id', isLoss: true };
  }
  if (result.baselineState === 'absent') {
    return {
      text: 'baselineState is absent: it was found before and is gone',
      isLoss: false,
    };
  }
  return result.kind === 'notApplicable'
    ? { text: 'kind is notApplicable: the rule has no say here', isLoss: false }
    : undefined;
}

/** Gitleaks 7 names the rule in its message only. */
function ruleOfMessage(
  message: string | undefined,
  rules: RuleBook,
): string | undefined {
  const name = /^(.{1,200}) secret detected$/.exec(message ?? '')?.[1];
  return name !== undefined && rules.has(name) ? name : undefined;
}

function firstPlaceOf(run: Run, paths: PathReader) {
  const [first]: unknown[] = Array.isArray(run.results) ? run.results : [];
  const { data } = Result.safeParse(first);
  return data && placeOf(data.locations, paths);
}

function generatedAtOf(run: Run): string | undefined {
  const times = run.invocations.flatMap(raw => {
    const { data } = Invocation.safeParse(raw);
    return data?.endTimeUtc ?? data?.startTimeUtc ?? [];
  });
  return times.sort().at(-1);
}
