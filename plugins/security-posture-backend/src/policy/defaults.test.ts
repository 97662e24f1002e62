import { checks } from '../evaluation';
import { defaultPolicyRules } from '../model/policyRules';

describe('the default policy', () => {
  it('names checks that exist', () => {
    const ids = checks.map(({ id }) => id);
    expect(
      Object.keys(defaultPolicyRules.checks).filter(id => !ids.includes(id)),
    ).toEqual([]);
  });
});
