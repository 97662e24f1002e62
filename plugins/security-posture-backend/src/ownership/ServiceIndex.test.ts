import { service, workload } from './__testUtils__/ownershipCases';
import { ServiceIndex } from './ServiceIndex';

describe('ServiceIndex', () => {
  it('finds Services by what they select', () => {
    const near = service({}, { app: 'checkout', tier: 'web' });
    const index = ServiceIndex.of([
      near,
      service({}, { app: 'cart' }),
      service({}, {}),
    ]);
    expect(index.near(workload())).toEqual([near]);
  });
});
