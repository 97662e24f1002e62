import { controlId } from './controlId';

it.each([
  ['DS002', 'DS-0002'],
  ['AVD-DS-0002', 'DS-0002'],
  ['DS-0002', 'DS-0002'],
  ['KSV116', 'KSV-0116'],
  ['KSV01010', 'KSV-01010'],
  ['AVD-AWS-0089', 'AWS-0089'],
  ['user.acme.labels', 'user.acme.labels'],
  ['ACME-LABELS', 'ACME-LABELS'],
])('spells %s as %s', (text, id) => {
  expect(controlId(text)).toBe(id);
});
