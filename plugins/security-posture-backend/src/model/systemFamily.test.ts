import { systemFamily } from './systemFamily';

it.each([
  ['debian', 'debian'],
  ['Debian GNU/Linux', 'debian'],
  ['amazonlinux', 'amazon'],
  ['Red Hat Enterprise Linux', 'redhat'],
  ['AlmaLinux', 'alma'],
  ['toString', 'tostring'],
  ['Hannah Montana Linux', 'hannah montana linux'],
])('%s is %s', (name, family) => {
  expect(systemFamily(name)).toBe(family);
});
