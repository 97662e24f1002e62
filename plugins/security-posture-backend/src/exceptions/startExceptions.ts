import type { SchedulerService } from '@backstage/backend-plugin-api';
import type { PostureAccess, ReadableComponents } from '../authorization';
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
  readable: ReadableComponents;
  /** Who speaks in VEX documents: the organisation. */
  author: string;
  scheduler: SchedulerService;
}

/** Has one replica look after exceptions every ten minutes, and makes what routes need. */
export async function startExceptions(options: StartExceptionsOptions) {
  const { knex, access, readable, scheduler } = options;
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
    exceptionAccess: ExceptionAccess.create({ knex, access, readable }),
    exceptionDrafts: ExceptionDrafts.create(options),
    exceptions: ExceptionService.create(options),
    triage: TriageService.create(options),
  };
}
