import { mockServices } from '@backstage/backend-test-utils';
import type { Entity } from '@backstage/catalog-model';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import {
  exceptionRequestSchema,
  type ComponentDay,
  type ComponentImage,
  type Exception,
  type FindingDetail,
  type TriageStatus,
} from 'backstage-plugin-security-posture-common';
import {
  defaultExceptionRules,
  ExceptionDrafts,
  ExceptionService,
  TriageService,
} from '../../exceptions';
import { ExceptionTasks } from '../../exceptions/ExceptionTasks';
import { HistoryService, recordDay } from '../../history';

import { defaultDeadlineRules } from '../../model/deadline';
import { defaultLifeCycleRules } from '../../retention/rules';
import { sweep } from '../../retention/sweep';
import { findFinding } from '../../store/readModels/findFinding';
import { findFindingPlace } from '../../store/readModels/findFindingPlace';
import { findImages } from '../../store/readModels/findImages';
import { entities as usual } from './scenario';
import type { createWorld } from './world';

type World = Awaited<ReturnType<typeof createWorld>>;

/** What people and scheduled tasks do in a world, under its clock. */
export function useCasesOf(world: World, entities: Entity[] = usual) {
  const { knex, now } = world;
  const rules = defaultExceptionRules;
  const exceptions = ExceptionService.create({ knex, rules, now });
  const drafts = ExceptionDrafts.create({ knex, rules, now });
  const triages = TriageService.create({ knex, author: 'Acme', now });
  const auditor = mockServices.auditor.mock();
  auditor.createEvent.mockResolvedValue({
    success: async () => {},
    fail: async () => {},
  });
  const tasks = ExceptionTasks.create({
    knex,
    rules,
    auditor,
    auth: mockServices.auth(),
    catalog: catalogServiceMock({ entities }),
    logger: mockServices.logger.mock(),
    notifications: { send: async () => {} },
    now,
  });
  const place = async (id: string) => {
    const found = await findFindingPlace(knex, id);
    if (!found) throw new Error(`No finding '${id}'`);
    return found;
  };
  const request = async (body: object): Promise<Exception> => {
    const parsed = exceptionRequestSchema.parse({
      kind: 'accepted',
      reason: 'Not reachable from outside',
      ...body,
    });
    const { target } = parsed;
    const about =
      'findingId' in target ? await place(target.findingId) : undefined;
    return exceptions.request(
      await drafts.draft(parsed, about),
      'user:default/ann',
    );
  };
  const approve = (exception: Exception) =>
    exceptions.decide(exception, 'approve', 'user:default/bob', undefined);

  return {
    /** Ann asks for an exception. */
    request,
    /** Bob approves what Ann asked for. */
    approve,
    except: async (body: object) => approve(await request(body)),
    exception: (id: string) => exceptions.get(id),
    triage: async (findingId: string, status: TriageStatus | 'none') =>
      triages.triage(
        await place(findingId),
        { status, comment: 'Looked at it' },
        'user:default/ann',
        undefined,
      ),
    /** Runs what is scheduled, and takes the snapshot of the day. */
    endDay: async (): Promise<void> => {
      await tasks.run();
      await sweep({
        knex,
        rules: defaultLifeCycleRules,
        deadlines: defaultDeadlineRules,
        now: now(),
      });
      await recordDay(knex, now());
    },
    finding: (id: string): Promise<FindingDetail | undefined> =>
      findFinding(knex, id, now()),
    images: async (name: string): Promise<ComponentImage[]> => {
      const page = await findImages(knex, `component:default/${name}`, {
        limit: 100,
      });
      return page.items;
    },
    days: async (name: string): Promise<ComponentDay[]> => {
      const history = HistoryService.create({ knex, now });
      return (await history.list(`component:default/${name}`, {})).items;
    },
  };
}
