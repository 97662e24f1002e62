import {
  noSeverityCounts,
  type SeverityCounts,
  type Stage,
  type StagePosture,
  type ToolFreshness,
} from 'backstage-plugin-security-posture-common';
import { ago } from './time';

const freshForHours: Record<Stage, number> = {
  build: 168,
  deploy: 24,
  runtime: 24,
};

/** A stage that was never scanned, unless told more. */
export function stagePosture(
  stage: Stage,
  more: Partial<StagePosture> = {},
): StagePosture {
  return {
    stage,
    state: 'never-scanned',
    freshForHours: freshForHours[stage],
    tools: [],
    skippedElements: 0,
    incompleteReports: 0,
    ...more,
  };
}

export function tool(
  name: string,
  more: Partial<ToolFreshness> = {},
): ToolFreshness {
  return {
    source: name.toLowerCase(),
    name,
    lastReportAt: ago({ hours: 2 }),
    stale: false,
    ...more,
  };
}

export function counts(some: Partial<SeverityCounts> = {}): SeverityCounts {
  return { ...noSeverityCounts(), ...some };
}

export function openFindings(
  open: Partial<SeverityCounts> = {},
  more: Partial<NonNullable<StagePosture['findings']>> = {},
): NonNullable<StagePosture['findings']> {
  return {
    open: counts(open),
    fixable: 0,
    suppressed: 0,
    stale: 0,
    fixed: 0,
    ...more,
  };
}
