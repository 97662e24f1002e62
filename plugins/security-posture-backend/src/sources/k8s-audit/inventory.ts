import { isInventory, readObject } from '../kubernetes/workload';
import { podSecurityOf } from './annotations';
import type { Batch } from './batch';
import type { AuditRequest } from './request';

const writes = new Set(['create', 'update', 'patch']);

/** Keeps the object that a request created or changed, where the log holds it. */
export function keepObject(
  request: AuditRequest,
  path: string,
  { builder, cluster }: Batch,
): void {
  const { event, object, subresource, namespace, code, at } = request;
  const isWritten = writes.has(event.verb) && (code ?? 200) < 300;
  if (!isWritten || subresource || !isInventory(object)) return;
  builder.count('workload');
  const field =
    object === event.responseObject ? 'responseObject' : 'requestObject';
  const read = readObject(object, { cluster, namespace, at });
  if (typeof read === 'string') {
    builder.skip('workload', `${path}.${field}`, read);
    return;
  }
  for (const problem of read.problems) {
    builder.warn(`${path}.${field}.${problem}`);
  }
  const podSecurity = podSecurityOf(event.annotations);
  if (podSecurity) read.workload.spec.podSecurity = podSecurity;
  builder.report.workloads.push(read.workload);
}
