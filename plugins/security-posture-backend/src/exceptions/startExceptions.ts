import type {
  PermissionsRegistryService,
  PermissionsService,
  SchedulerService,
} from '@backstage/backend-plugin-api';
import { ReadableComponents, type PostureAccess } from '../authorization';
import { ExceptionAccess } from './ExceptionAccess';
import { ExceptionDrafts } from './ExceptionDrafts';
import { ExceptionService } from './ExceptionService';
import {
  EXCEPTIONS_TASK,
  ExceptionTasks,
  type ExceptionTasksOptions,
} from './ExceptionTasks';
import { TriageService } from './TriageService';

export interface StartExceptionsOptions extends ExceptionTasksOptions {
  access: PostureAccess;
  /** Who speaks in VEX documents: the organisation. */
  author: string;
  permissions: PermissionsService;
  permissionsRegistry: PermissionsRegistryService;
  scheduler: SchedulerService;
}

/** Has one replica look after exceptions every ten minutes, and makes what routes need. */
export async function startExceptions(options: StartExceptionsOptions) {
  const { knex, access, scheduler } = options;
  const tasks = ExceptionTasks.create(options);
  await scheduler.scheduleTask({
    id: EXCEPTIONS_TASK,
    scope: 'global',
    frequency: { minutes: 10 },
    timeout: { minutes: 10 },
    initialDelay: { seconds: 60 },
    fn: () => tasks.run(),
  });
  return {
    exceptionAccess: ExceptionAccess.create({
      knex,
      access,
      readable: ReadableComponents.create(options),
    }),
    exceptionDrafts: ExceptionDrafts.create(options),
    exceptions: ExceptionService.create(options),
    triage: TriageService.create(options),
  };
}
