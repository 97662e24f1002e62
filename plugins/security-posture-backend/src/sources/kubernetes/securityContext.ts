import { z } from 'zod';
import { field, part, parts } from './fields';

const Profile = part({ type: field.text, localhostProfile: field.text });

const SeLinuxOptions = part({
  level: field.text,
  role: field.text,
  type: field.text,
  user: field.text,
});

const ofBoth = {
  appArmorProfile: Profile,
  runAsGroup: field.number,
  runAsNonRoot: field.boolean,
  runAsUser: field.number,
  seLinuxOptions: SeLinuxOptions,
  seccompProfile: Profile,
  windowsOptions: part({
    hostProcess: field.boolean,
    runAsUserName: field.text,
  }),
};

export const ContainerSecurityContext = part({
  ...ofBoth,
  allowPrivilegeEscalation: field.boolean,
  capabilities: part({ add: field.texts, drop: field.texts }),
  privileged: field.boolean,
  procMount: field.text,
  readOnlyRootFilesystem: field.boolean,
});

export const PodSecurityContext = part({
  ...ofBoth,
  fsGroup: field.number,
  supplementalGroups: parts(z.number()),
  sysctls: parts(z.object({ name: field.text, value: field.text })),
});
