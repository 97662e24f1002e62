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
  const version = driver?.version ?? driver?.semanticVersion;
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
  const { builder, producer, unreadable } = reading;
  if (!Array.isArray(results)) {
    builder.each(producer.kind, results, path, Result, () => undefined);
    return;
  }
  for (let index = 0; index < results.length; index += 1) {
    const at = `${path}[${index}]`;
    const { data: result } = Result.safeParse(results[index]);
    if (result) {
      readResult(result, at, reading);
    } else {
      unreadable.add(producer.kind);
      builder.one(producer.kind, results[index], at, Result, () => undefined);
    }
  }
}

function readResult(result: Result, path: string, reading: RunReading): void {
  const { builder, producer, rules, paths, seen, unreadable } = reading;
  const { findings, passes } = builder.report;
  const rule = rules.find(result);
  const message = messageText(result.message, rule?.messageStrings);
  const named = rules.idOf(result, rule) ?? ruleOfMessage(message, rules);
  const kind = kindOf(producer, named, rule);
  builder.count(kind);
  const ruleId = plainText(named ?? '', 500);
  if (ruleId === '' && message === undefined) {
    unreadable.add(kind);
    builder.skip(kind, path, 'expected a message or a rule id');
    return;
  }
  seen.add(kind);
  const reason = reasonToLeaveOut(result);
  if (reason) {
    builder.skip(kind, path, reason);
  } else if (result.kind === 'pass') {
    passes.push({ id: ruleId || 'unnamed', title: titleOfPass(rule, message) });
  } else {
    const place = placeOf(result.locations, paths);
    const input = { result, rule, producer, place, message };
    findings.push(findingOf(kind, { ...input, ruleId: ruleId || 'unnamed' }));
  }
}

function reasonToLeaveOut(result: Result): string | undefined {
  if (result.baselineState === 'absent') {
    return 'baselineState is absent: it was found before and is gone';
  }
  if (result.kind === 'notApplicable') {
    return 'kind is notApplicable: the rule says nothing about this';
  }
  return undefined;
}

function titleOfPass(
  rule: ReadRule | undefined,
  message: string | undefined,
): string | undefined {
  return rule?.title ?? (firstLine(message ?? '') || undefined);
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
