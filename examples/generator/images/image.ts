import type { Distribution } from '../facts/distribution';
import { readWords } from '../facts/readLines';
import { commit, digest } from '../identifiers';
import type { LibrarySet } from '../trivy/libraryPackages';
import type { TrivyLayer } from '../trivy/model';

/** One line of a Dockerfile that is done. */
export interface Step {
  command: string;
  /** It only changed settings. */
  empty?: boolean;
  /** System packages that it added; all others lie in the first layer. */
  packages?: string;
}

/** An image to build on. */
export interface Base {
  reference: string;
  created: Date;
  distribution: Distribution;
  steps: Step[];
  env: string[];
}

/** The settings of an image, as a registry keeps them. */
export interface ImageSettings {
  User?: string;
  Env?: string[];
  Cmd?: string[];
  Entrypoint?: string[];
  ExposedPorts?: string[];
  WorkingDir?: string;
}

/** What a team has built. */
export interface Image {
  /** `registry/path`. */
  line: string;
  tag: string;
  built: Date;
  /** Where its source lies: `https://github.com/acme/…`. */
  repository: string;
  branch: string;
  base: Base;
  steps: Step[];
  libraries: LibrarySet[];
  settings: ImageSettings;
}

export function reference(image: Image): string {
  return `${image.line}:${image.tag}`;
}

/** Of the manifest, as a registry and a cluster name it. */
export function manifestDigest(image: Image): string {
  return digest(`manifest ${reference(image)}`);
}

/** Of the configuration. */
export function imageId(image: Image): string {
  return digest(`config ${reference(image)}`);
}

export function revision(image: Image): string {
  return commit(reference(image));
}

/** The layers, those of the base first; images on one base share them. */
export function layersOf(image: Image): (TrivyLayer & { command: string })[] {
  const layer = (owner: string) => (step: Step, index: number) => ({
    Digest: digest(`compressed ${owner} ${index}`),
    DiffID: digest(`layer ${owner} ${index}`),
    command: step.command,
  });
  const filled = (steps: Step[]) => steps.filter(step => !step.empty);
  return [
    ...filled(image.base.steps).map(layer(image.base.reference)),
    ...filled(image.steps).map(layer(reference(image))),
  ];
}

/** The layer that brought a system package. */
export function layerOfPackage(image: Image): (name: string) => TrivyLayer {
  const layers = layersOf(image);
  const steps = [...image.base.steps, ...image.steps].filter(s => !s.empty);
  const added = new Map<string, TrivyLayer>();
  steps.forEach((step, index) => {
    for (const name of readWords(step.packages ?? '')) {
      added.set(name, bare(layers[index]));
    }
  });
  return name => added.get(name) ?? bare(layers[0]);
}

/** The layer that brought the application. */
export function lastLayer(image: Image): TrivyLayer {
  const layers = layersOf(image);
  return bare(layers[layers.length - 1]);
}

function bare({ Digest, DiffID }: TrivyLayer): TrivyLayer {
  return { Digest, DiffID };
}
