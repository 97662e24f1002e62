/**
 * Tests that every source must pass.
 *
 * @packageDocumentation
 */
export { damaged } from './testUtils/damaged';
export {
  describeSource,
  type SourceFixture,
  type SourceTestOptions,
} from './testUtils/describeSource';
export {
  expectBooks,
  expectSurvival,
  type ReportCheck,
} from './testUtils/expectSurvival';
