import type { Check } from '../../Check';
import { baseFresh } from './baseFresh';
import { baseOutdated } from './baseOutdated';
import { baseTrusted } from './baseTrusted';
import { ciIntegrated } from './ciIntegrated';
import { compilers } from './compilers';
import { debuggers } from './debuggers';
import { depsOutdated } from './depsOutdated';
import { fixableHigh } from './fixableHigh';
import { imageEnvSecret } from './imageEnvSecret';
import { imageMinimal } from './imageMinimal';
import { imageSigned } from './imageSigned';
import { networkTools } from './networkTools';
import { packageManagers } from './packageManagers';
import { provenance } from './provenance';
import { registryCapabilities } from './registryCapabilities';
import { registryPrivate } from './registryPrivate';
import { registryTrusted } from './registryTrusted';
import { rootUser } from './rootUser';
import { scanCoverage } from './scanCoverage';
import { scanMissing } from './scanMissing';
import { scanRecent } from './scanRecent';
import { scanStale } from './scanStale';
import { secretsNone } from './secretsNone';
import { secretsPlaintext } from './secretsPlaintext';
import { shells } from './shells';

/** The checks of builds, registries and trusted content, in the order of the catalogue. */
export const buildChecks: readonly Check[] = [
  registryTrusted,
  registryPrivate,
  imageMinimal,
  baseFresh,
  baseOutdated,
  depsOutdated,
  packageManagers,
  networkTools,
  shells,
  compilers,
  debuggers,
  scanRecent,
  scanCoverage,
  ciIntegrated,
  secretsNone,
  secretsPlaintext,
  fixableHigh,
  scanMissing,
  scanStale,
  rootUser,
  imageEnvSecret,
  registryCapabilities,
  imageSigned,
  provenance,
  baseTrusted,
];
