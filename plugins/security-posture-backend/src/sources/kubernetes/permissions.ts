import { field, part, parts } from './fields';

export const serviceAccountFields = part({
  automountServiceAccountToken: field.boolean,
  imagePullSecrets: parts(part({ name: field.text })),
  secrets: parts(part({ name: field.text })),
});

export const roleFields = part({
  rules: parts(
    part({
      apiGroups: field.texts,
      nonResourceURLs: field.texts,
      resourceNames: field.texts,
      resources: field.texts,
      verbs: field.texts,
    }),
  ),
});

export const bindingFields = part({
  roleRef: part({ kind: field.text, name: field.text }),
  subjects: parts(
    part({
      kind: field.text,
      name: field.text,
      namespace: field.text,
    }),
  ),
});
