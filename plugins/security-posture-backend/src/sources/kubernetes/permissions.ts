import { z } from 'zod';
import { field, part, parts } from './fields';

export const ServiceAccountFields = z.object({
  automountServiceAccountToken: field.boolean,
  imagePullSecrets: parts(z.object({ name: field.text })),
  secrets: parts(z.object({ name: field.text })),
});

export const RoleFields = z.object({
  rules: parts(
    z.object({
      apiGroups: field.texts,
      nonResourceURLs: field.texts,
      resourceNames: field.texts,
      resources: field.texts,
      verbs: field.texts,
    }),
  ),
});

export const BindingFields = z.object({
  roleRef: part({ kind: field.text, name: field.text }),
  subjects: parts(
    z.object({
      kind: field.text,
      name: field.text,
      namespace: field.text,
    }),
  ),
});
