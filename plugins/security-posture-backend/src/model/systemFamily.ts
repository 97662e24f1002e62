/** What distributions are called by others than Trivy, and by themselves. */
const families: Record<string, string> = {
  'alpine linux': 'alpine',
  almalinux: 'alma',
  'amazon linux': 'amazon',
  amazonlinux: 'amazon',
  'debian gnu/linux': 'debian',
  'microsoft azure linux': 'azurelinux',
  mariner: 'cbl-mariner',
  'oracle linux': 'oracle',
  'oracle linux server': 'oracle',
  oraclelinux: 'oracle',
  'red hat enterprise linux': 'redhat',
  rhel: 'redhat',
  'rocky linux': 'rocky',
  rockylinux: 'rocky',
};

/** One name for each distribution, the one that Trivy uses: `debian`, `redhat`, `alma` … */
export function systemFamily(name: string): string {
  const own = name.trim().toLowerCase();
  return Object.hasOwn(families, own) ? families[own] : own;
}
