/**
 * Packages that help an attacker inside a container, by what they are for.
 *
 * The lists follow the risk indicator "Components Useful for Attackers" and the
 * default policies of StackRox, and the practice to remove package managers,
 * network tools, shells, compilers and debuggers from images.
 */
export const attackerTools = {
  packageManagers: [
    'apk',
    'apk-tools',
    'apt',
    'aptitude',
    'dnf',
    'dpkg',
    'microdnf',
    'opkg',
    'rpm',
    'tdnf',
    'yum',
    'zypper',
  ],
  networkTools: [
    'curl',
    'ftp',
    'inetutils-telnet',
    'ncat',
    'netcat',
    'netcat-openbsd',
    'netcat-traditional',
    'nmap',
    'nmap-ncat',
    'openssh-client',
    'openssh-clients',
    'socat',
    'tcpdump',
    'telnet',
    'wget',
  ],
  shells: ['ash', 'bash', 'busybox', 'dash', 'ksh', 'mksh', 'tcsh', 'zsh'],
  compilers: [
    'binutils',
    'clang',
    'cmake',
    'cpp',
    'g++',
    'gcc',
    'go',
    'golang',
    'llvm',
    'make',
    'rust',
    'rustc',
  ],
  debuggers: ['gdb', 'lldb', 'ltrace', 'strace', 'valgrind'],
} as const;

export type AttackerToolKind = keyof typeof attackerTools;

/** All of them, to ask a list of packages once. */
export const attackerToolNames: readonly string[] = [
  ...new Set(Object.values(attackerTools).flat()),
];
