import {
  coreServices,
  createBackendPlugin,
} from '@backstage/backend-plugin-api';
import { isAbsolute, resolve } from 'node:path';
import { sendExamples } from './sendExamples';

/**
 * Sends the example reports to the Security Posture backend, over HTTP like
 * any other sender, once per database. Does nothing unless `examples.reports`
 * names their folder, relative to the working directory of the backend.
 */
export const examplesPlugin = createBackendPlugin({
  pluginId: 'examples',
  register(env) {
    env.registerInit({
      deps: {
        auth: coreServices.auth,
        config: coreServices.rootConfig,
        database: coreServices.database,
        discovery: coreServices.discovery,
        lifecycle: coreServices.lifecycle,
        logger: coreServices.logger,
      },
      async init({ auth, config, database, discovery, lifecycle, logger }) {
        const configured = config.getOptionalString('examples.reports');
        if (!configured) return;
        const folder = isAbsolute(configured)
          ? configured
          : resolve(process.cwd(), configured);
        lifecycle.addStartupHook(() => {
          sendExamples({ auth, database, discovery, logger, folder }).catch(
            error => logger.error('Example reports were not sent', error),
          );
        });
      },
    });
  },
});
