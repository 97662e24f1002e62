import { fixedVersions } from './fixedVersions';

it.each([
  [undefined, '1.0.0', []],
  ['', '1.0.0', []],
  ['1.1', undefined, ['1.1']],
  ['2.6.9, 3.1.0, 3.2.7, 4.3.1', '3.0.1', ['3.1.0', '3.2.7', '4.3.1', '2.6.9']],
  ['>= 3.1.0, >= 2.1.3, < 3.0.0', '2.1.0', ['3.1.0', '2.1.3']],
  ['1.0 || 1.0', '0.9', ['1.0']],
  ['~> 4.2.5, >= 5.0.0', 'v4.2.4', ['4.2.5', '5.0.0']],
])('reads %j for %j', (text, installed, versions) => {
  expect(fixedVersions(text, installed)).toEqual(versions);
});
