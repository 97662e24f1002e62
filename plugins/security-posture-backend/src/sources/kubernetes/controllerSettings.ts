import { field, part } from './fields';

const read = part({
  replicas: field.number,
  schedule: field.text,
  suspend: field.boolean,
  selector: part({ matchLabels: field.textMap }),
});

/** What a controller says beside the template of its pods. */
export function controllerSettings(spec: unknown): Record<string, unknown> {
  return read(spec) ?? {};
}
