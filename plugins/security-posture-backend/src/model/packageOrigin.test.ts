import { packageOrigin } from './packageOrigin';

it.each([
  ['deb', 'system'],
  ['APK', 'system'],
  ['rpm', 'system'],
  ['npm', 'language'],
  ['maven', 'language'],
  ['generic', 'other'],
  ['', 'other'],
  [undefined, 'other'],
])('a package of type %p is of origin %s', (type, origin) => {
  expect(packageOrigin(type)).toBe(origin);
});
