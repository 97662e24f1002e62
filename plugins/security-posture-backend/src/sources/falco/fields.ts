import type { FalcoEvent } from './schema';

/** The fields of an event that we read. */
type FieldName =
  | 'container.id'
  | 'container.image.digest'
  | 'container.image.repository'
  | 'container.image.tag'
  | 'container.name'
  | 'falco.outputs_queue_num_drops'
  | 'falco.version'
  | 'k8s.ns.name'
  | 'k8s.pod.name'
  | 'ka.target.name'
  | 'ka.target.namespace'
  | 'ka.target.resource'
  | 'ka.user.name'
  | 'proc.exepath'
  | 'proc.name'
  | 'scap.n_drops_perc'
  | 'user.name';

/** A text of an event. Falco writes null, an empty text or `<NA>` for what it does not know. */
export function textField(
  event: FalcoEvent,
  name: FieldName,
): string | undefined {
  const value = rawField(event, name);
  return typeof value === 'string' && value !== '' && value !== '<NA>'
    ? value
    : undefined;
}

/** A number of an event, 0 if it is absent. */
export function numberField(event: FalcoEvent, name: FieldName): number {
  const value = rawField(event, name);
  return typeof value === 'number' ? value : 0;
}

function rawField(
  { output_fields: fields }: FalcoEvent,
  name: string,
): unknown {
  return typeof fields === 'object' && fields !== null
    ? Reflect.get(fields, name)
    : undefined;
}
