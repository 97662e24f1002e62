import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import { catalogProcessingExtensionPoint } from '@backstage/plugin-catalog-node';
import { HttpClaimChecker } from './claims';
import { readConfig } from './config';
import { SecurityPostureProcessor } from './SecurityPostureProcessor';

/**
 * Adds the processor of Security Posture to the catalog. Configuration that is
 * wrong stops the start.
 *
 * @public
 */
export const catalogModuleSecurityPosture = createBackendModule({
  pluginId: 'catalog',
  moduleId: 'security-posture',
  register(env) {
    env.registerInit({
      deps: {
        auth: coreServices.auth,
        config: coreServices.rootConfig,
        discovery: coreServices.discovery,
        logger: coreServices.logger,
        processing: catalogProcessingExtensionPoint,
      },
      async init({ auth, config, discovery, logger, processing }) {
        processing.addProcessor(
          SecurityPostureProcessor.create({
            copy: readConfig(config).copy,
            checker: HttpClaimChecker.create({ auth, discovery, logger }),
          }),
        );
      },
    });
  },
});
