import { z } from 'zod';
import { field, part } from './fields';

const ControllerSettings = z.object({
  replicas: field.number,
  schedule: field.text,
  suspend: field.boolean,
  selector: part({ matchLabels: field.textMap }),
});

/** What a controller says beside the template of its pods. */
export function controllerSettings(spec: unknown): Record<string, unknown> {
  const parsed = ControllerSettings.safeParse(spec);
  return parsed.success ? parsed.data : {};
}
