import { Agent, request } from 'node:http';

// The API server, in a process of its own: asks at a steady rate, whether or not
// answers are late, and prints how long each took, in milliseconds.
//
// Arguments: port, token, digest, begin of the names of images, components,
// requests a second, seconds
const [port, token, digest, images, ...rest] = process.argv.slice(2);
const [components, rate, seconds] = rest.map(Number);
// Servers close idle connections after five seconds; a client must be first.
const agent = new Agent({ keepAlive: true, maxSockets: 100, timeout: 3_000 });

function review(number, uid) {
  const name = `service-${number}`;
  const namespace = `team-${number % 200}`;
  return JSON.stringify({
    apiVersion: 'admission.k8s.io/v1',
    kind: 'AdmissionReview',
    request: {
      uid,
      kind: { group: 'apps', version: 'v1', kind: 'Deployment' },
      operation: 'CREATE',
      namespace,
      name,
      userInfo: { username: 'system:serviceaccount:argocd:controller' },
      object: {
        apiVersion: 'apps/v1',
        kind: 'Deployment',
        metadata: {
          name,
          namespace,
          annotations: { 'a8r.io/owner': namespace },
        },
        spec: {
          replicas: 2,
          template: {
            metadata: { labels: { app: name } },
            spec: {
              serviceAccountName: name,
              containers: ['app', 'proxy'].map(container => ({
                name: container,
                image: `${images}${number}:1.0@${digest}`,
                env: [{ name: 'LOG_LEVEL', value: 'info' }],
                resources: {
                  requests: { cpu: '100m', memory: '64Mi' },
                  limits: { memory: '64Mi' },
                },
                securityContext: { allowPrivilegeEscalation: false },
              })),
            },
          },
        },
      },
      dryRun: false,
    },
  });
}

function ask(number, uid, due) {
  const body = Buffer.from(review(number, uid));
  return new Promise((resolve, reject) => {
    const sent = request(
      {
        agent,
        port: Number(port),
        host: '127.0.0.1',
        method: 'POST',
        path: '/api/security-posture/v1/admission/review?cluster=bench',
        headers: {
          authorization: `Bearer ${token}`,
          'content-type': 'application/json',
          'content-length': body.length,
        },
      },
      response => {
        response.resume();
        response.on('end', () =>
          response.statusCode === 200
            ? resolve(performance.now() - due)
            : reject(new Error(`Status ${response.statusCode}`)),
        );
      },
    );
    sent.on('error', reject);
    sent.end(body);
  });
}

async function main() {
  const start = performance.now();
  const total = rate * seconds;
  const answers = [];
  for (let n = 0; n < total; n += 1) {
    const due = start + (n * 1000) / rate;
    const wait = due - performance.now();
    if (wait > 0) await new Promise(done => setTimeout(done, wait));
    // Spread over all components, each time others.
    const number = (n * 7919 + Math.floor(start)) % components;
    answers.push(ask(number, `${process.pid}-${n}`, due));
  }
  process.stdout.write(JSON.stringify(await Promise.all(answers)));
  agent.destroy();
}

main().catch(error => {
  process.stderr.write(`${error}\n`);
  process.exitCode = 1;
});
