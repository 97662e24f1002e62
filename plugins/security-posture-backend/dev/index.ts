// The plugin alone, with mocked auth and catalog: `yarn start` in this folder.
//
//   curl -sS http://localhost:7007/api/security-posture/v1/reports \
//     -H 'Content-Type: application/json' \
//     --data-binary @../../examples/reports/build/checkout.json
//   curl -sS http://localhost:7007/api/security-posture/v1/entities/component/default/checkout/posture
import { createBackend } from '@backstage/backend-defaults';
import { mockServices } from '@backstage/backend-test-utils';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';

const backend = createBackend();

backend.add(mockServices.auth.factory());
backend.add(mockServices.httpAuth.factory());
backend.add(mockServices.permissions.factory());
backend.add(
  catalogServiceMock.factory({
    entities: [
      {
        apiVersion: 'backstage.io/v1alpha1',
        kind: 'Component',
        metadata: {
          name: 'checkout',
          namespace: 'default',
          annotations: {
            'security-posture.io/images': '*/payments/checkout',
            'security-posture.io/workloads': 'payments/checkout',
          },
        },
        spec: { type: 'service', owner: 'payments', lifecycle: 'production' },
      },
    ],
  }),
);
backend.add(import('../src'));

backend.start();
