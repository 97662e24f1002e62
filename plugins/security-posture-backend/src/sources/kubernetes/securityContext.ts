import { field, part, parts } from './fields';

const profile = part({ type: field.text, localhostProfile: field.text });

const seLinuxOptions = part({
  level: field.text,
  role: field.text,
  type: field.text,
  user: field.text,
});

const ofBoth = {
  appArmorProfile: profile,
  runAsGroup: field.number,
  runAsNonRoot: field.boolean,
  runAsUser: field.number,
  seLinuxOptions,
  seccompProfile: profile,
  windowsOptions: part({
    hostProcess: field.boolean,
    runAsUserName: field.text,
  }),
};

export const containerSecurityContext = part({
  ...ofBoth,
  allowPrivilegeEscalation: field.boolean,
  capabilities: part({ add: field.texts, drop: field.texts }),
  privileged: field.boolean,
  procMount: field.text,
  readOnlyRootFilesystem: field.boolean,
});

export const podSecurityContext = part({
  ...ofBoth,
  fsGroup: field.number,
  supplementalGroups: parts(field.number),
  sysctls: parts(part({ name: field.text, value: field.text })),
});
