import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseAllDocuments } from 'yaml';

const folder = join(__dirname, '../../../../../docs/admission');

export interface Manifest {
  /** Of the file that it is in. */
  file: string;
  kind: string;
  name: string;
  /** The whole object. */
  object: any;
}

export const manifestFiles = readdirSync(folder).sort();

export const textOfManifest = (file: string) =>
  readFileSync(join(folder, file), 'utf8');

/** The documents of a file of docs/admission; throws if one is no valid YAML. */
export function readManifests(file: string): Manifest[] {
  return [parseAllDocuments(textOfManifest(file), { strict: true })]
    .flat()
    .map(document => {
      const [problem] = [...document.errors, ...document.warnings];
      if (problem) throw problem;
      const object = document.toJS();
      const { kind, metadata } = object;
      return { file, kind, name: metadata?.name, object };
    });
}

export const manifests = manifestFiles
  .filter(file => file.endsWith('.yaml'))
  .flatMap(readManifests);

/** The object of a kind, in one of the files where several have it. */
export function manifest(kind: string, name?: string, file?: string): any {
  const found = manifests.filter(
    one =>
      one.kind === kind &&
      (name === undefined || one.name === name) &&
      (file === undefined || one.file === file),
  );
  if (found.length !== 1) {
    throw new Error(`Expected one ${kind} ${name}, found ${found.length}`);
  }
  return found[0].object;
}

/** The only webhook of a file, with its configuration's metadata. */
export function webhookOf(file: string): any {
  const { metadata, webhooks } = manifest(
    'ValidatingWebhookConfiguration',
    undefined,
    file,
  );
  if (webhooks.length !== 1) throw new Error(`Expected one webhook in ${file}`);
  return { ...webhooks[0], metadata };
}
