import { readSchedulerServiceTaskScheduleDefinitionFromConfig } from '@backstage/backend-plugin-api';
import { readDurationFromConfig, type Config } from '@backstage/config';
import {
  findingKinds,
  type Stage,
} from 'backstage-plugin-security-posture-common';
import { Duration } from 'luxon';
import { defaultIntakeLimits, type IntakeLimits } from './api';
import { checks } from './evaluation';
import { defaultExceptionRules, type ExceptionRules } from './exceptions';
import { defaultDecodeLimits, type DecodeLimits } from './ingest';
import { defaultIntelSchedule, isAddress, type IntelConfig } from './intel';
import {
  deadlineSeverities,
  deadlineStarts,
  deadlineTables,
  defaultDeadlineRules,
  type DeadlineRules,
} from './model/deadline';
import { readPolicy, type Policy } from './policy';
import {
  defaultLifeCycleRules,
  defaultRetentionRules,
  type LifeCycleRules,
  type RetentionRules,
} from './retention';

export interface SecurityPostureConfig {
  limits: DecodeLimits;
  intake: IntakeLimits;
  /** For how many hours a report of a stage stays fresh. */
  freshForHours: Record<Stage, number>;
  /** How often the catalog is read for changed annotations, in milliseconds. */
  mappingInterval: number;
  /** Feeds about the exploitation of vulnerabilities. */
  intel: IntelConfig;
  /** By when findings are to be mended. */
  deadlines: DeadlineRules;
  /** How risks are accepted. */
  exceptions: ExceptionRules;
  /** Who speaks in documents that are exported. */
  organization: string;
  /** When silence means something. */
  lifeCycle: LifeCycleRules;
  /** For how long what is stored is kept. */
  retention: RetentionRules;
  /** What is enforced where, by component. */
  policy: Policy;
  /** Address of the portal. */
  portal?: string;
}

/** Reads `securityPosture` of the configuration; the only place that does. */
export function readConfig(root: Config): SecurityPostureConfig {
  const config = root.getOptionalConfig('securityPosture');
  const milliseconds = (key: string, fallback: Duration) =>
    (config?.has(key)
      ? Duration.fromObject(readDurationFromConfig(config, { key }))
      : fallback
    ).toMillis();
  const hours = (stage: Stage) =>
    milliseconds(`freshness.${stage}`, Duration.fromObject({ days: 7 })) /
    3_600_000;
  const limit = <K extends string>(defaults: Record<K, number>, name: K) => {
    const value = config?.getOptionalNumber(`reports.limits.${name}`);
    if (value !== undefined && !(Number.isInteger(value) && value > 0)) {
      throw new Error(
        `securityPosture.reports.limits.${name} must be a whole number above 0, got ${value}`,
      );
    }
    return value ?? defaults[name];
  };
  /** Durations above zero, each with a key of its own. */
  const spans = <K extends string>(
    parent: string,
    of: Record<K, number>,
  ): Record<K, number> => ({
    ...of,
    ...Object.fromEntries(
      Object.entries<number>(of).map(([name, fallback]) => {
        const key = `${parent}.${name}`;
        const span = milliseconds(key, Duration.fromMillis(fallback));
        if (span > 0) return [name, span];
        throw new Error(`securityPosture.${key} must be longer than nothing`);
      }),
    ),
  });
  const { staleAfter, ...silences } = defaultLifeCycleRules;
  // A misspelt key would delete too early what was meant to be kept.
  refuseOthers(
    config?.getOptionalConfig('retention'),
    'retention',
    Object.keys(defaultRetentionRules),
  );
  return {
    limits: {
      maxBytes: limit(defaultDecodeLimits, 'maxBytes'),
      maxYamlBytes: limit(defaultDecodeLimits, 'maxYamlBytes'),
      maxElements: limit(defaultDecodeLimits, 'maxElements'),
      maxDepth: limit(defaultDecodeLimits, 'maxDepth'),
      maxStringLength: limit(defaultDecodeLimits, 'maxStringLength'),
    },
    intake: {
      maxBodySeconds: limit(defaultIntakeLimits, 'maxBodySeconds'),
      maxConcurrent: limit(defaultIntakeLimits, 'maxConcurrent'),
      maxQueued: limit(defaultIntakeLimits, 'maxQueued'),
      maxQueuedBytes: limit(defaultIntakeLimits, 'maxQueuedBytes'),
    },
    freshForHours: {
      build: hours('build'),
      deploy: hours('deploy'),
      runtime: hours('runtime'),
    },
    mappingInterval: milliseconds(
      'mapping.interval',
      Duration.fromObject({ minutes: 1 }),
    ),
    intel: readIntel(config),
    deadlines: readDeadlines(config),
    exceptions: readExceptions(config),
    organization:
      root.getOptionalString('organization.name') ?? 'Security Posture',
    lifeCycle: {
      staleAfter: spans('findings.staleAfter', staleAfter),
      ...spans('findings', silences),
    },
    retention: spans('retention', defaultRetentionRules),
    portal: root.getOptionalString('app.baseUrl'),
    policy: readPolicy(
      config?.getOptional('policy'),
      checks.map(({ id }) => id),
    ),
  };
}

function readExceptions(config: Config | undefined): ExceptionRules {
  const days = (name: 'maxDays' | 'warnDays') => {
    const value = config?.getOptionalNumber(`exceptions.${name}`);
    if (value !== undefined && !(value > 0 && value <= 36_500)) {
      throw new Error(
        `securityPosture.exceptions.${name} must be a number of days above 0, got ${value}`,
      );
    }
    return value ?? defaultExceptionRules[name];
  };
  return {
    maxDays: days('maxDays'),
    warnDays: days('warnDays'),
    fourEyes:
      config?.getOptionalBoolean('exceptions.fourEyes') ??
      defaultExceptionRules.fourEyes,
  };
}

function readIntel(config: Config | undefined): IntelConfig {
  const configured = config?.getOptionalConfig('intel.schedule');
  const schedule = configured
    ? readSchedulerServiceTaskScheduleDefinitionFromConfig(configured)
    : defaultIntelSchedule;
  const intel = {
    kev: readLocations(config, 'intel.kev'),
    epss: readLocations(config, 'intel.epss'),
    schedule: {
      ...schedule,
      initialDelay: schedule.initialDelay ?? defaultIntelSchedule.initialDelay,
    },
  };
  const twice = intel.epss.find(location => intel.kev.includes(location));
  if (twice !== undefined) {
    throw new Error(
      `securityPosture.intel.epss names ${twice}, which securityPosture.intel.kev names too`,
    );
  }
  return intel;
}

/** Addresses (http, https) and paths of files, each once. */
function readLocations(config: Config | undefined, key: string): string[] {
  const locations = config?.getOptionalStringArray(key) ?? [];
  for (const [index, location] of locations.entries()) {
    const name = `securityPosture.${key}[${index}]`;
    if (!isAddress(location)) {
      if (!/^[a-z][a-z0-9+.-]+:/i.test(location)) continue;
      throw new Error(
        `${name} must be an http or https address or the path of a file`,
      );
    }
    if (!URL.canParse(location)) {
      throw new Error(`${name} must be a valid address, got ${location}`);
    }
    const { username, password } = new URL(location);
    if (username || password) {
      throw new Error(
        `${name} must be an address without credentials; those belong to integrations`,
      );
    }
  }
  return [...new Set(locations)];
}

function readDeadlines(config: Config | undefined): DeadlineRules {
  const sla = config?.getOptionalConfig('sla');
  const days = sla?.getOptionalConfig('days');
  const kinds = sla?.getOptionalConfig('kinds');
  refuseOthers(days, 'sla.days', deadlineSeverities);
  refuseOthers(kinds, 'sla.kinds', findingKinds);
  const rules: DeadlineRules = {
    days: { ...defaultDeadlineRules.days },
    kinds: { ...defaultDeadlineRules.kinds },
    table: readChoice(sla, 'table', deadlineTables, 'bod-26-04'),
    startAt: readChoice(sla, 'startAt', deadlineStarts, 'first-seen'),
  };
  for (const severity of deadlineSeverities) {
    const value = days?.getOptionalNumber(severity);
    if (value !== undefined && !(value > 0 && value <= 36_500)) {
      throw new Error(
        `securityPosture.sla.days.${severity} must be a number of days above 0, got ${value}`,
      );
    }
    rules.days[severity] = value ?? rules.days[severity];
  }
  for (const kind of findingKinds) {
    rules.kinds[kind] = kinds?.getOptionalBoolean(kind) ?? rules.kinds[kind];
  }
  return rules;
}

function readChoice<C extends string>(
  sla: Config | undefined,
  key: string,
  choices: readonly C[],
  fallback: C,
): C {
  const value = sla?.getOptionalString(key);
  if (value === undefined) return fallback;
  const choice = choices.find(name => name === value);
  if (choice === undefined) {
    throw new Error(
      `securityPosture.sla.${key} must be one of ${choices.join(
        ', ',
      )}, got ${value}`,
    );
  }
  return choice;
}

function refuseOthers(
  config: Config | undefined,
  key: string,
  names: readonly string[],
): void {
  const other = config?.keys().find(name => !names.includes(name));
  if (other !== undefined) {
    throw new Error(
      `securityPosture.${key}.${other} is not known; expected ${names.join(
        ', ',
      )}`,
    );
  }
}
