import { field, part, parts } from './fields';

const selector = part({
  matchLabels: field.textMap,
  matchExpressions: parts(
    part({ key: field.text, operator: field.text, values: field.texts }),
  ),
});

const peers = parts(
  part({
    ipBlock: part({ cidr: field.text, except: field.texts }),
    namespaceSelector: selector,
    podSelector: selector,
  }),
);

const networkPolicyPorts = parts(
  part({
    port: field.quantity,
    endPort: field.number,
    protocol: field.text,
  }),
);

/** A rule without peers lets everyone in: absent and empty stay apart. */
const networkPolicyRules = parts(
  part({ from: peers, to: peers, ports: networkPolicyPorts }),
);

export const networkPolicySpec = part({
  podSelector: selector,
  policyTypes: field.texts,
  ingress: networkPolicyRules,
  egress: networkPolicyRules,
});

export const serviceSpec = part({
  type: field.text,
  clusterIP: field.text,
  externalIPs: field.texts,
  externalName: field.text,
  loadBalancerClass: field.text,
  loadBalancerSourceRanges: field.texts,
  ports: parts(
    part({
      name: field.text,
      nodePort: field.number,
      port: field.number,
      protocol: field.text,
      targetPort: field.quantity,
    }),
  ),
  selector: field.textMap,
});

const backend = part({
  service: part({ name: field.text }),
  // networking.k8s.io/v1beta1
  serviceName: field.text,
});

export const ingressSpec = part({
  ingressClassName: field.text,
  defaultBackend: backend,
  tls: parts(part({ hosts: field.texts, secretName: field.text })),
  rules: parts(
    part({
      host: field.text,
      http: part({
        paths: parts(part({ path: field.text, backend: backend })),
      }),
    }),
  ),
});

/** OpenShift. The key and certificate of `tls` are not read. */
export const routeSpec = part({
  host: field.text,
  path: field.text,
  wildcardPolicy: field.text,
  to: part({ kind: field.text, name: field.text }),
  tls: part({
    termination: field.text,
    insecureEdgeTerminationPolicy: field.text,
  }),
});

/** Gateway API. */
export const httpRouteSpec = part({
  hostnames: field.texts,
  parentRefs: parts(part({ name: field.text, namespace: field.text })),
  rules: parts(
    part({
      backendRefs: parts(part({ kind: field.text, name: field.text })),
    }),
  ),
});
