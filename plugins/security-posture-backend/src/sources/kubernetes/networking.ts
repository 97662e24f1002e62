import { z } from 'zod';
import { field, part, parts } from './fields';

const Selector = part({
  matchLabels: field.textMap,
  matchExpressions: parts(
    z.object({ key: field.text, operator: field.text, values: field.texts }),
  ),
});

const Peers = parts(
  z.object({
    ipBlock: part({ cidr: field.text, except: field.texts }),
    namespaceSelector: Selector,
    podSelector: Selector,
  }),
);

const NetworkPolicyPorts = parts(
  z.object({
    port: field.quantity,
    endPort: field.number,
    protocol: field.text,
  }),
);

/** A rule without peers lets everyone in: absent and empty stay apart. */
const NetworkPolicyRules = parts(
  z.object({ from: Peers, to: Peers, ports: NetworkPolicyPorts }),
);

export const NetworkPolicySpec = z.object({
  podSelector: Selector,
  policyTypes: field.texts,
  ingress: NetworkPolicyRules,
  egress: NetworkPolicyRules,
});

export const ServiceSpec = z.object({
  type: field.text,
  clusterIP: field.text,
  externalIPs: field.texts,
  externalName: field.text,
  loadBalancerClass: field.text,
  loadBalancerSourceRanges: field.texts,
  ports: parts(
    z.object({
      name: field.text,
      nodePort: field.number,
      port: field.number,
      protocol: field.text,
      targetPort: field.quantity,
    }),
  ),
  selector: field.textMap,
});

const Backend = part({
  service: part({ name: field.text }),
  // networking.k8s.io/v1beta1
  serviceName: field.text,
});

export const IngressSpec = z.object({
  ingressClassName: field.text,
  defaultBackend: Backend,
  tls: parts(z.object({ hosts: field.texts, secretName: field.text })),
  rules: parts(
    z.object({
      host: field.text,
      http: part({
        paths: parts(z.object({ path: field.text, backend: Backend })),
      }),
    }),
  ),
});

/** OpenShift. The key and certificate of `tls` are not read. */
export const RouteSpec = z.object({
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
export const HttpRouteSpec = z.object({
  hostnames: field.texts,
  parentRefs: parts(z.object({ name: field.text, namespace: field.text })),
  rules: parts(
    z.object({
      backendRefs: parts(z.object({ kind: field.text, name: field.text })),
    }),
  ),
});
