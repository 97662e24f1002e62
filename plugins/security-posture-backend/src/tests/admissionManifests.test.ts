import {
  decisionCreatePermission,
  openApiDocument,
} from 'backstage-plugin-security-posture-common';
import { review } from './__testUtils__/admission';
import {
  manifest,
  manifestFiles,
  manifests,
  textOfManifest,
  webhookOf,
} from './__testUtils__/admissionManifests';
import { databases, initDatabase, start } from './__testUtils__/scenario';

jest.setTimeout(60_000);

const namespace = 'security-posture';
const name = 'security-posture-admission';

const nginx: string = manifest('ConfigMap').data['nginx.conf'];
const proxy = manifest('Deployment');
const pod = proxy.spec.template.spec;
const [container] = pod.containers;
const service = manifest('Service');
const byService = webhookOf('webhook.yaml');
const direct = webhookOf('webhook-direct.yaml');

describe('the manifests of docs/admission', () => {
  it('are what the page says, all parsed', () => {
    expect(manifestFiles).toEqual([
      'apiserver-kubeconfig.yaml',
      'apiserver.yaml',
      'app-config.yaml',
      'certificate-by-hand.sh',
      'certificate.yaml',
      'proxy.yaml',
      'webhook-direct.yaml',
      'webhook.yaml',
    ]);
    expect(manifests.map(({ kind }) => kind).filter(Boolean)).toEqual([
      'Config',
      'AdmissionConfiguration',
      'Issuer',
      'Certificate',
      'Issuer',
      'Certificate',
      'Namespace',
      'ServiceAccount',
      'Secret',
      'ConfigMap',
      'Deployment',
      'Service',
      'PodDisruptionBudget',
      'NetworkPolicy',
      'ValidatingWebhookConfiguration',
      'ValidatingWebhookConfiguration',
    ]);
  });

  it('lie in one namespace, but for what belongs to none', () => {
    const placed = manifests.filter(
      ({ kind, file }) =>
        ['certificate.yaml', 'proxy.yaml'].includes(file) &&
        kind !== 'Namespace',
    );
    expect(placed).toHaveLength(11);
    for (const { object } of placed) {
      expect(object.metadata.namespace).toBe(namespace);
    }
    expect(manifest('Namespace').metadata.name).toBe(namespace);
  });
});

describe('the token', () => {
  it('lets its cluster record decisions and nothing else', () => {
    const { object } = manifests.find(
      ({ file }) => file === 'app-config.yaml',
    )!;
    expect(object.backend.auth.externalAccess).toEqual([
      {
        type: 'static',
        options: {
          token: expect.stringMatching(/^\$\{\w+\}$/),
          subject: 'cluster-prod',
        },
        accessRestrictions: [
          {
            plugin: 'security-posture',
            permission: decisionCreatePermission.name,
          },
        ],
      },
    ]);
  });

  it('is found by the API server under the host of the webhook', () => {
    const [plugin] = manifest('AdmissionConfiguration').plugins;
    expect(plugin).toMatchObject({
      name: 'ValidatingAdmissionWebhook',
      configuration: {
        kind: 'WebhookAdmissionConfiguration',
        kubeConfigFile: '/etc/kubernetes/security-posture/kubeconfig.yaml',
      },
    });
    expect(textOfManifest('apiserver-kubeconfig.yaml')).toContain(
      plugin.configuration.kubeConfigFile,
    );
    const [user] = manifest('Config').users;
    expect(user.name).toBe(new URL(direct.clientConfig.url).host);
    expect(user.user.token).toMatch(/./);
  });

  it('is sent by the proxy out of a file of the Secret', () => {
    expect(Object.keys(manifest('Secret').stringData)).toEqual([
      'authorization.conf',
    ]);
    expect(manifest('Secret').stringData['authorization.conf']).toMatch(
      /^proxy_set_header Authorization "Bearer \S+";\n$/,
    );
    expect(nginx).toContain('include /etc/nginx/token/authorization.conf;');
  });
});

describe('the addresses', () => {
  const { paths } = openApiDocument() as { paths: Record<string, object> };
  const route = '/v1/admission/review/{cluster}';

  it('lead to the webhook, and name the cluster without a query', () => {
    expect(paths).toHaveProperty([route, 'post']);
    const asked = route.replace('{cluster}', 'prod');
    const url = new URL(direct.clientConfig.url);
    expect(url.search).toBe('');
    expect(url.protocol).toBe('https:');
    expect(url.pathname).toBe(`/api/security-posture${asked}`);
    expect(byService.clientConfig.service.path).toBe(asked);
  });

  it('lead through the proxy', () => {
    const [, location] = /location (\/v1\S+) \{/.exec(nginx)!;
    const [, passed] = /proxy_pass (\S+);/.exec(nginx)!;
    const { path } = byService.clientConfig.service;
    expect(path.startsWith(location)).toBe(true);
    const { pathname } = new URL(path.replace(location, passed));
    expect(pathname).toBe(new URL(direct.clientConfig.url).pathname);
    const { host } = new URL(direct.clientConfig.url);
    expect(nginx).toContain(`server ${host}:443 resolve;`);
    expect(nginx).toContain(`proxy_set_header Host ${host};`);
    expect(nginx).toContain(`proxy_ssl_name ${host};`);
  });

  it('lead from the webhook to the pods of the proxy', () => {
    expect(byService.clientConfig.service).toMatchObject({ name, namespace });
    expect(service.metadata).toMatchObject({ name, namespace });
    const [port] = service.spec.ports;
    expect(byService.clientConfig.service.port).toBe(port.port);
    const { labels } = proxy.spec.template.metadata;
    for (const { spec } of [
      service,
      { spec: { selector: proxy.spec.selector.matchLabels } },
      {
        spec: {
          selector: manifest('PodDisruptionBudget').spec.selector.matchLabels,
        },
      },
      {
        spec: {
          selector: manifest('NetworkPolicy').spec.podSelector.matchLabels,
        },
      },
    ]) {
      expect(labels).toMatchObject(spec.selector);
      expect(Object.keys(spec.selector)).not.toEqual([]);
    }
    const [open] = container.ports;
    expect(port.targetPort).toBe(open.name);
    expect(nginx).toContain(`listen ${open.containerPort} ssl;`);
    for (const probe of [container.readinessProbe, container.livenessProbe]) {
      expect(probe.httpGet).toMatchObject({ port: open.name, scheme: 'HTTPS' });
      expect(nginx).toContain(`location = ${probe.httpGet.path} {`);
    }
    const [{ ports }] = manifest('NetworkPolicy').spec.ingress;
    expect(ports).toEqual([{ port: open.name }]);
  });
});

describe('the certificate', () => {
  const certificate = manifest('Certificate', name);

  it('is for the name that the API server asks, and reaches the proxy', () => {
    expect(certificate.spec.dnsNames).toContain(`${name}.${namespace}.svc`);
    const tls = pod.volumes.find((one: any) => one.name === 'tls');
    expect(tls.secret.secretName).toBe(certificate.spec.secretName);
  });

  it('is signed by a CA that the webhook gets', () => {
    expect(
      byService.metadata.annotations['cert-manager.io/inject-ca-from'],
    ).toBe(`${namespace}/${certificate.metadata.name}`);
    const issuer = manifest('Issuer', certificate.spec.issuerRef.name);
    const ca = manifest('Certificate', `${name}-ca`);
    expect(issuer.spec.ca.secretName).toBe(ca.spec.secretName);
    expect(ca.spec.isCA).toBe(true);
    expect(manifest('Issuer', ca.spec.issuerRef.name).spec).toEqual({
      selfSigned: {},
    });
  });

  it('made by hand goes to the same places', () => {
    const script = textOfManifest('certificate-by-hand.sh');
    expect(script).toContain(`secret tls ${certificate.spec.secretName} `);
    expect(script).toContain(`namespace=${namespace}\n`);
    expect(script).toContain(`host=${name}.$namespace.svc\n`);
    expect(script).toContain(
      `patch validatingwebhookconfiguration ${byService.metadata.name} `,
    );
  });
});

describe('the proxy', () => {
  it('mounts what its configuration reads', () => {
    const mounted = container.volumeMounts.map((one: any) => one.mountPath);
    const read = [...nginx.matchAll(/(\/etc\/nginx\/\w+|\/tmp)\b/g)].map(
      ([path]) => path,
    );
    expect([...new Set([...read, '/etc/nginx/portal'])].sort()).toEqual(
      mounted.sort(),
    );
    expect(container.command).toContain('/etc/nginx/portal/nginx.conf');
    expect(container.volumeMounts.map((one: any) => one.name).sort()).toEqual(
      pod.volumes.map((one: any) => one.name).sort(),
    );
    const names = [manifest('ConfigMap'), manifest('Secret')];
    expect(pod.volumes).toEqual(
      expect.arrayContaining([
        expect.objectContaining({
          configMap: { name: names[0].metadata.name },
        }),
        expect.objectContaining({
          secret: expect.objectContaining({
            secretName: names[1].metadata.name,
          }),
        }),
      ]),
    );
    expect(pod.serviceAccountName).toBe(
      manifest('ServiceAccount').metadata.name,
    );
  });

  it('passes the checks of its own webhook', async () => {
    const [id] = databases.eachSupportedId()[0];
    const { post } = await start({
      knex: await initDatabase(id),
      config: {
        securityPosture: {
          policy: {
            mode: 'enforce',
            unknown: 'off',
            checks: {
              'deploy.*': 'block',
              'pod.*': 'block',
              'gate.*': 'off',
              'image.*': 'off',
              'build.*': 'off',
            },
          },
        },
      },
    });
    const ask = async (object: object) =>
      (await post('/v1/admission/review', review(object))).body.response;
    expect(await ask(proxy)).toMatchObject({ allowed: true });
    const { warnings } = await ask(proxy);
    expect(warnings).toBeUndefined();
    const privileged = structuredClone(proxy);
    privileged.spec.template.spec.containers[0].securityContext.privileged =
      true;
    expect(await ask(privileged)).toMatchObject({ allowed: false });
  });
});
