import { isExempt } from './isExempt';

describe('isExempt', () => {
  it.each([
    ['kube-system', true],
    ['openshift-monitoring', true],
    ['shop', false],
    [undefined, false],
  ])('%s: %s', (namespace, expected) => {
    const exemptNamespaces = ['kube-system', 'openshift-*'];
    expect(isExempt({ exemptNamespaces }, namespace)).toBe(expected);
  });
});
