import { readDurationFromConfig, type Config } from '@backstage/config';
import type { Stage } from 'backstage-plugin-security-posture-common';
import { Duration } from 'luxon';
import { defaultDecodeLimits, type DecodeLimits } from './ingest';

export interface SecurityPostureConfig {
  limits: DecodeLimits;
  /** For how many hours a report of a stage stays fresh. */
  freshForHours: Record<Stage, number>;
  /** How often the catalog is read for changed annotations, in milliseconds. */
  mappingInterval: number;
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
  const limit = (name: keyof DecodeLimits) => {
    const value = config?.getOptionalNumber(`reports.limits.${name}`);
    if (value !== undefined && !(Number.isInteger(value) && value > 0)) {
      throw new Error(
        `securityPosture.reports.limits.${name} must be a whole number above 0, got ${value}`,
      );
    }
    return value ?? defaultDecodeLimits[name];
  };
  return {
    limits: {
      maxBytes: limit('maxBytes'),
      maxYamlBytes: limit('maxYamlBytes'),
      maxElements: limit('maxElements'),
      maxDepth: limit('maxDepth'),
      maxStringLength: limit('maxStringLength'),
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
  };
}
