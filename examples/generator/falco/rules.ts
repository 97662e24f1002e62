import { readLines } from '../facts/readLines';

/**
 * Rules of Falco, one a line: name, priority, tags, what we say of it. Names,
 * priorities and tags are those of the rules that ship with Falco.
 */
const TABLE = `
Terminal shell in container|Notice|T1059,container,maturity_stable,mitre_execution,shell|A shell got a terminal inside of a container
Run shell untrusted|Notice|T1059.004,container,host,maturity_stable,mitre_execution,process,shell|A server process started a shell
Contact K8S API Server From Container|Notice|T1565,container,k8s,maturity_stable,mitre_discovery,network|A container that has no business with it talks to the Kubernetes API
Read sensitive file untrusted|Warning|T1555,container,filesystem,host,maturity_stable,mitre_credential_access|A file with accounts or keys was opened by a program that is not trusted with it
Search Private Keys or Passwords|Warning|T1552.001,container,filesystem,host,maturity_stable,mitre_credential_access,process|Somebody looks for keys or passwords
Drop and execute new binary in container|Critical|PCI_DSS_11.5.1,TA0003,container,maturity_stable,mitre_persistence,process|A program runs that was not part of the image
Redirect STDOUT/STDIN to Network Connection in Container|Notice|T1059,container,maturity_stable,mitre_execution,network,process|Input and output of a process were bound to a connection
Fileless execution via memfd_create|Critical|T1620,container,host,maturity_stable,mitre_defense_evasion,process|A program runs from memory, without a file
Clear Log Activities|Warning|NIST_800-53_AU-10,T1070,container,filesystem,host,maturity_stable,mitre_defense_evasion|A log was emptied
Packet socket created in container|Notice|T1557.002,container,maturity_stable,mitre_credential_access,network|A container listens to raw packets
Launch Package Management Process in Container|Error|T1505,container,maturity_incubating,mitre_persistence,process,software_mgmt|A package manager runs inside of a container
Launch Suspicious Network Tool in Container|Notice|T1595.001,container,maturity_incubating,mitre_execution,network,process|A tool for networks runs inside of a container
Contact EC2 Instance Metadata Service From Container|Notice|T1552.005,aws,container,maturity_incubating,mitre_credential_access,network|A container asks the node's metadata service
Write below etc|Error|T1098,container,filesystem,host,maturity_sandbox,mitre_persistence|A file below /etc was opened for writing
Mount Launched in Privileged Container|Warning|T1611,cis,container,filesystem,maturity_sandbox,mitre_privilege_escalation|A privileged container mounts a file system
Detect outbound connections to common miner pool ports|Critical|T1496,container,host,maturity_sandbox,mitre_impact,network|A connection to a port that mining pools use
`;

export interface Rule {
  name: string;
  priority: string;
  tags: string[];
  text: string;
}

const rules = new Map(
  readLines(TABLE).map(line => {
    const [name, priority, tags, text] = line.split('|');
    return [name, { name, priority, tags: tags.split(','), text }];
  }),
);

export function findRule(name: string): Rule {
  const rule = rules.get(name);
  if (!rule) throw new Error(`Falco has no rule ${name}`);
  return rule;
}
