import {
  coreServices,
  createBackendPlugin,
} from '@backstage/backend-plugin-api';
import { catalogServiceRef } from '@backstage/plugin-catalog-node';
import { notificationService } from '@backstage/plugin-notifications-node';
import { securityPosturePermissions } from 'backstage-plugin-security-posture-common';
import {
  securityPostureSourcesExtensionPoint,
  type Source,
} from 'backstage-plugin-security-posture-node';
import { createRouter, Intake } from './api';
import {
  PostureAccess,
  ReadableComponents,
  postureResourceRef,
  postureRules,
  toResource,
} from './authorization';
import { readConfig } from './config';
import { startExceptions } from './exceptions';
import { HistoryService, scheduleHistory } from './history';
import { ReportIngestor } from './ingest';
import { scheduleIntel } from './intel';
import { startJudging } from './judging';
import { CatalogIndex, remapAll, unmatchedClaims } from './mapping';
import {
  OwnershipReaders,
  OwnershipService,
  UnmappedService,
} from './ownership';
import { offerRecompute } from './recompute';
import { scheduleRetention } from './retention';
import { builtInSources } from './sources/registry';
import { applyMigrations } from './store/migrations';

/**
 * The backend of Security Posture: takes in reports, judges them, and answers
 * for each catalog component.
 *
 * @public
 */
export const securityPosturePlugin = createBackendPlugin({
  pluginId: 'security-posture',
  register(env) {
    const sources: Source[] = [...builtInSources];

    env.registerExtensionPoint({
      extensionPoint: securityPostureSourcesExtensionPoint,
      factory: context => ({
        addSource(...added) {
          for (const source of added) {
            if (sources.some(({ id }) => id === source.id)) {
              context.reportModuleStartupFailure({
                error: new Error(`The source '${source.id}' is added twice`),
              });
            } else {
              sources.push(source);
            }
          }
        },
      }),
    });

    env.registerInit({
      deps: {
        auditor: coreServices.auditor,
        auth: coreServices.auth,
        catalog: catalogServiceRef,
        config: coreServices.rootConfig,
        database: coreServices.database,
        httpAuth: coreServices.httpAuth,
        httpRouter: coreServices.httpRouter,
        logger: coreServices.logger,
        notifications: notificationService,
        permissions: coreServices.permissions,
        permissionsRegistry: coreServices.permissionsRegistry,
        scheduler: coreServices.scheduler,
        urlReader: coreServices.urlReader,
      },
      async init(deps) {
        const { auth, catalog, database, httpAuth, logger } = deps;
        const config = readConfig(deps.config);
        const { limits, intake, freshForHours, mappingInterval } = config;
        const knex = await database.getClient();
        if (!database.migrations?.skip) await applyMigrations(knex);

        deps.permissionsRegistry.addResourceType({
          resourceRef: postureResourceRef,
          permissions: securityPosturePermissions,
          rules: Object.values(postureRules),
          getResources: async entityRefs => {
            const { items } = await catalog.getEntitiesByRefs(
              { entityRefs },
              { credentials: await auth.getOwnServiceCredentials() },
            );
            return items.map(entity => entity && toResource(entity));
          },
        });

        const index = CatalogIndex.create({
          auth,
          catalog,
          maxAge: mappingInterval,
        });
        const access = PostureAccess.create(deps);
        const ingestor = ReportIngestor.create({
          knex,
          sources,
          catalog: index,
          limits,
          rules: { deadlines: config.deadlines },
          logger,
        });
        const readable = ReadableComponents.create(deps);
        const judging = await startJudging({
          knex,
          logger,
          scheduler: deps.scheduler,
          catalog,
          index,
          ingestor,
          policy: config.policy,
          freshForHours,
          portal: config.portal,
        });
        const followUp = await startExceptions({
          ...deps,
          knex,
          access,
          readable,
          rules: config.exceptions,
          author: config.organization,
        });
        deps.httpRouter.use(
          createRouter({
            ...followUp,
            ...judging,
            httpAuth,
            auditor: deps.auditor,
            access,
            readable,
            unmatchedClaims: entity => unmatchedClaims(knex, entity),
            ingestor,
            ownershipReaders: OwnershipReaders.create({ ...deps, readable }),
            ownership: OwnershipService.create({
              knex,
              catalog: index,
              policy: config.policy,
            }),
            unmapped: UnmappedService.create({ knex, catalog: index }),
            history: HistoryService.create({ knex }),
            intake: Intake.create(intake, logger),
            bodyLimits: {
              maxBytes: limits.maxBytes,
              maxBodySeconds: intake.maxBodySeconds,
            },
          }),
        );
        deps.httpRouter.addAuthPolicy({
          path: '/v1/health',
          allow: 'unauthenticated',
        });

        await deps.scheduler.scheduleTask({
          id: 'security-posture-mapping',
          scope: 'global',
          frequency: { milliseconds: mappingInterval },
          timeout: { minutes: 10 },
          initialDelay: { seconds: 15 },
          fn: async () => {
            const changes = await remapAll(knex, await index.reload());
            if (changes.added + changes.removed > 0) {
              logger.info('Subjects mapped anew', changes);
            }
          },
        });
        await scheduleRetention({
          knex,
          logger,
          scheduler: deps.scheduler,
          lifeCycle: config.lifeCycle,
          retention: config.retention,
          deadlines: config.deadlines,
        });
        await offerRecompute({
          knex,
          logger,
          scheduler: deps.scheduler,
          deadlines: config.deadlines,
        });
        await scheduleHistory({
          knex,
          logger,
          scheduler: deps.scheduler,
          assessments: judging.assessments,
        });
        await scheduleIntel({
          knex,
          logger,
          scheduler: deps.scheduler,
          urlReader: deps.urlReader,
          intel: config.intel,
          rules: config.deadlines,
        });
      },
    });
  },
});
