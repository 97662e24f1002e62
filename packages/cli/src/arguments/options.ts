export const commandNames = ['gate', 'send'] as const;

export type CommandName = (typeof commandNames)[number];

/** An option of the command line. */
export interface Option {
  type: 'string' | 'boolean';
  /** What stands for its value in the help. */
  value?: string;
  /** The environment variable that is read where the option is absent. */
  env?: string;
  /** The commands that know it; absent: all of them. */
  commands?: readonly CommandName[];
  help: string;
}

/** Every option, in the order of the help. */
export const options: Record<string, Option> = {
  url: {
    type: 'string',
    value: 'URL',
    env: 'SECURITY_POSTURE_URL',
    help: 'Address of the Backstage backend, or of the plugin in it.',
  },
  token: {
    type: 'string',
    value: 'TOKEN',
    env: 'SECURITY_POSTURE_TOKEN',
    help: 'Token for the backend. Better in the environment: other processes can read arguments.',
  },
  entity: {
    type: 'string',
    value: 'REF',
    env: 'SECURITY_POSTURE_ENTITY',
    help: 'Component, such as component:default/shop.',
  },
  image: {
    type: 'string',
    value: 'REF',
    env: 'SECURITY_POSTURE_IMAGE',
    commands: ['gate'],
    help: 'Image to judge, best with its digest: registry/path@sha256:…',
  },
  scanners: {
    type: 'string',
    value: 'LIST',
    help: 'Which scanners ran, such as vulnerability,secret.',
  },
  'min-severity': {
    type: 'string',
    value: 'SEVERITY',
    help: 'What the tool was told to leave out: everything below this. Such a report closes nothing.',
  },
  format: {
    type: 'string',
    value: 'ID',
    help: 'Format of the reports, such as gitleaks. Otherwise they are recognised by their content.',
  },
  branch: {
    type: 'string',
    value: 'NAME',
    env: 'SECURITY_POSTURE_BRANCH',
    help: 'Branch that was built. By default what the CI says.',
  },
  commit: {
    type: 'string',
    value: 'SHA',
    env: 'SECURITY_POSTURE_COMMIT',
    help: 'Commit that was built. By default what the CI says.',
  },
  'run-url': {
    type: 'string',
    value: 'URL',
    env: 'SECURITY_POSTURE_RUN_URL',
    help: 'Address of this run. By default what the CI says.',
  },
  cluster: {
    type: 'string',
    value: 'NAME',
    env: 'SECURITY_POSTURE_CLUSTER',
    help: 'Cluster that the reports speak of, where they do not say it.',
  },
  output: {
    type: 'string',
    value: 'FORMAT',
    help: 'table (default), json, or sarif (gate only).',
  },
  'output-file': {
    type: 'string',
    value: 'PATH',
    help: 'Writes the output to a file, and the table to standard output.',
  },
  'warn-only': {
    type: 'boolean',
    commands: ['gate'],
    help: 'Exits with 0 where the policy fails. Errors still exit with 2.',
  },
  timeout: {
    type: 'string',
    value: 'SECONDS',
    help: 'How long one request may take (default: 120).',
  },
  retries: {
    type: 'string',
    value: 'NUMBER',
    help: 'How often a request is repeated when the backend is busy or cannot be reached (default: 4).',
  },
  'no-color': {
    type: 'boolean',
    help: 'No colours. NO_COLOR does the same; FORCE_COLOR asks for them.',
  },
  help: { type: 'boolean', help: 'Shows this help.' },
  version: { type: 'boolean', help: 'Shows the version.' },
};
