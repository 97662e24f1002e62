import { mockServices } from '@backstage/backend-test-utils';
import { ConflictError } from '@backstage/errors';
import express from 'express';
import request from 'supertest';
import { audited } from './audited';

describe('audited', () => {
  async function record(action: () => Promise<string>) {
    const event = { success: jest.fn(), fail: jest.fn() };
    const auditor = mockServices.auditor.mock();
    auditor.createEvent.mockResolvedValue(event);
    const app = express();
    const failures: unknown[] = [];
    app.get('/', async (req, res) => {
      const about = {
        eventId: 'exception-decide',
        severityLevel: 'high',
        meta: { exceptionId: 'one' },
      } as const;
      const answer = await audited(auditor, req, about, action).catch(error => {
        failures.push(error);
        return 'failed';
      });
      res.send(answer);
    });
    const { text } = await request(app).get('/');
    return { event, auditor, text, failures };
  }

  it('records what was done, and by whose request', async () => {
    const { event, auditor, text } = await record(async () => 'done');
    expect(text).toBe('done');
    expect(auditor.createEvent).toHaveBeenCalledWith({
      eventId: 'exception-decide',
      severityLevel: 'high',
      meta: { exceptionId: 'one' },
      request: expect.objectContaining({ method: 'GET' }),
    });
    expect(event.success).toHaveBeenCalledTimes(1);
    expect(event.fail).not.toHaveBeenCalled();
  });

  it('records what was refused, and refuses it', async () => {
    const refusal = new ConflictError('It is decided');
    const { event, text, failures } = await record(async () => {
      throw refusal;
    });
    expect([text, failures]).toEqual(['failed', [refusal]]);
    expect(event.fail).toHaveBeenCalledWith({ error: refusal });
    expect(event.success).not.toHaveBeenCalled();
  });
});
