import { mockServices } from '@backstage/backend-test-utils';
import { defaultIntakeLimits, Intake } from './Intake';

function open(limits: Partial<typeof defaultIntakeLimits>) {
  const logger = mockServices.logger.mock();
  const intake = Intake.create({ ...defaultIntakeLimits, ...limits }, logger);
  return { intake, logger };
}

/** A task that ends when it is told to. */
function task() {
  let end = (_: string) => {};
  const done = new Promise<string>(resolve => {
    end = resolve;
  });
  const run = jest.fn(() => done);
  return { run, end };
}

describe('Intake', () => {
  it('runs few at a time, lets some wait in order and refuses the rest', async () => {
    const { intake } = open({ maxConcurrent: 2, maxQueued: 1 });
    const tasks = [task(), task(), task()];
    const places = tasks.map(() => intake.enter(0));
    expect(() => intake.enter(0)).toThrow(
      expect.objectContaining({
        name: 'TooManyRequestsError',
        statusCode: 429,
        message: expect.stringContaining('maxQueued is 1'),
      }),
    );
    const results = places.map((place, index) => place.run(tasks[index].run));
    await Promise.resolve();
    await Promise.resolve();
    expect(tasks.map(({ run }) => run.mock.calls.length)).toEqual([1, 1, 0]);

    tasks[1].end('second');
    expect(await results[1]).toBe('second');
    places[1].leave();
    tasks[0].end('first');
    tasks[2].end('third');
    expect(await Promise.all(results)).toEqual(['first', 'second', 'third']);
    expect(() => intake.enter(0)).not.toThrow();
  });

  it('goes on after a task that fails', async () => {
    const { intake } = open({ maxConcurrent: 1 });
    const place = intake.enter(0);
    await expect(
      place.run(async () => {
        throw new Error('broken');
      }),
    ).rejects.toThrow('broken');
    place.leave();
    expect(await intake.enter(0).run(async () => 'next')).toBe('next');
  });

  it('bounds the bytes of all bodies, whether they were declared or came', () => {
    const { intake } = open({ maxQueuedBytes: 100 });
    const one = intake.enter(60);
    expect(() => intake.enter(50)).toThrow('maxQueuedBytes is 100');
    // Compressed, or in chunks: it turns out larger than it said.
    const two = intake.enter(10);
    expect(() => two.hold(50)).toThrow('maxQueuedBytes is 100');
    two.leave();
    one.hold(20);
    const three = intake.enter(80);
    three.leave();
    one.leave();
    // One body alone is bounded by its own limit.
    expect(() => intake.enter(500)).not.toThrow();
  });

  it('tells its log about a flood once, with numbers', () => {
    const { intake, logger } = open({ maxConcurrent: 1, maxQueued: 1 });
    intake.enter(0);
    intake.enter(0);
    for (let more = 0; more < 20; more += 1) {
      expect(() => intake.enter(0)).toThrow();
    }
    expect(logger.warn.mock.calls).toEqual([
      [expect.stringContaining('refused'), { refused: 1, maxQueued: 1 }],
    ]);
  });
});
