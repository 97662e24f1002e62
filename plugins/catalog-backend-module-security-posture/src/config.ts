import type { RootConfigService } from '@backstage/backend-plugin-api';
import {
  ANNOTATION_IMAGES,
  ANNOTATION_REPOSITORIES,
  ANNOTATION_TIER,
  ANNOTATION_WORKLOADS,
} from 'backstage-plugin-security-posture-common';
import { z } from 'zod';
import { Template, TemplateError, type CopyRule } from './copy';
import { isReadKind } from './readKinds';

const KEY = 'catalog.processors.securityPosture';

const targets = [
  ANNOTATION_IMAGES,
  ANNOTATION_REPOSITORIES,
  ANNOTATION_WORKLOADS,
  ANNOTATION_TIER,
] as const;

const template = z.string().transform((text, context) => {
  try {
    return Template.parse(text);
  } catch (error) {
    if (!(error instanceof TemplateError)) throw error;
    context.addIssue({ code: 'custom', message: error.message });
    return z.NEVER;
  }
});

const copyRule = z.strictObject({
  to: z.enum(targets, { error: `must be one of ${targets.join(', ')}` }),
  template,
  kinds: z
    .array(
      z.string().refine(isReadKind, { error: 'must be Component or Resource' }),
    )
    .min(1)
    .optional(),
  types: z.array(z.string().min(1)).min(1).optional(),
  unless: z.string().min(1).optional(),
});

const schema = z.strictObject({ copy: z.array(copyRule).default([]) });

export interface ProcessorConfig {
  copy: CopyRule[];
}

/**
 * Reads `catalog.processors.securityPosture`; the only place that does.
 *
 * @throws an Error that names each key which is wrong, and why
 */
export function readConfig(root: RootConfigService): ProcessorConfig {
  const { data, error } = schema.safeParse(root.getOptional(KEY) ?? {});
  if (data) return data;
  const complaints = error.issues.map(
    ({ path, message }) => `${keyOf(path)}: ${message}`,
  );
  throw new Error(`Invalid configuration: ${complaints.join('; ')}`);
}

function keyOf(path: PropertyKey[]): string {
  return path.reduce<string>(
    (key, part) =>
      typeof part === 'number' ? `${key}[${part}]` : `${key}.${String(part)}`,
    KEY,
  );
}
