import { z } from 'zod';

const text = z.string().optional();

function wholeNumber(min: number, max: number, fallback: number) {
  const message = `expected a whole number from ${min} to ${max}`;
  return z
    .string()
    .regex(/^\d{1,6}$/, message)
    .transform(Number)
    .refine(value => value >= min && value <= max, message)
    .default(fallback);
}

export const outputFormats = ['table', 'json', 'sarif'] as const;

export type OutputFormat = (typeof outputFormats)[number];

/** The values of the options. Those that the backend judges pass as they are. */
export const settingsSchema = z.object({
  url: z.string({
    error: 'give the address of the backend, or set SECURITY_POSTURE_URL',
  }),
  token: text,
  entity: text,
  image: text,
  scanners: text,
  'min-severity': text,
  format: text,
  branch: text,
  commit: text,
  'run-url': text,
  cluster: text,
  output: z
    .enum(outputFormats, {
      error: `expected one of ${outputFormats.join(', ')}`,
    })
    .default('table'),
  'output-file': text,
  'warn-only': z.boolean().default(false),
  timeout: wholeNumber(1, 3600, 120),
  retries: wholeNumber(0, 20, 4),
  'no-color': z.boolean().default(false),
});

export type Settings = z.infer<typeof settingsSchema>;
