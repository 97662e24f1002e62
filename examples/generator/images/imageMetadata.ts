import { Random } from '../random';
import { isoNanoseconds, plusSeconds } from '../time';
import {
  imageId,
  layersOf,
  manifestDigest,
  reference,
  revision,
  type Image,
} from './image';

/** `Metadata` of a scan; releases before 0.62 told less. */
export function imageMetadata(image: Image, modern: boolean) {
  const random = Random.named(`layers of ${reference(image)}`);
  const { family, release, endOfLife } = image.base.distribution;
  const layers = layersOf(image).map(({ Digest, DiffID, command }, index) => ({
    Size: random.integer(index === 0 ? 3_000_000 : 40_000, 80_000_000),
    Digest,
    DiffID,
    CreatedBy: command,
  }));
  const size = layers.reduce((sum, layer) => sum + layer.Size, 0);
  return {
    ...(modern ? { Size: size } : {}),
    OS: {
      Family: family,
      Name: release,
      ...(endOfLife ? { EOSL: true } : {}),
    },
    ImageID: imageId(image),
    DiffIDs: layers.map(layer => layer.DiffID),
    RepoTags: [reference(image)],
    RepoDigests: [`${image.line}@${manifestDigest(image)}`],
    ...(modern ? { Reference: reference(image) } : {}),
    ImageConfig: imageConfig(image),
    ...(modern ? { Layers: layers } : {}),
  };
}

function imageConfig(image: Image) {
  const { base, built, settings } = image;
  const ports = Object.fromEntries(
    (settings.ExposedPorts ?? []).map(port => [port, {}]),
  );
  const history = [
    ...base.steps.map((step, i) => ({
      step,
      at: plusSeconds(base.created, i),
    })),
    ...image.steps.map((step, i) => ({ step, at: plusSeconds(built, i - 9) })),
  ];
  return {
    architecture: 'amd64',
    created: isoNanoseconds(built, 118_204_772),
    history: history.map(({ step, at }) => ({
      created: isoNanoseconds(at, 0),
      created_by: step.command,
      comment: 'buildkit.dockerfile.v0',
      ...(step.empty ? { empty_layer: true } : {}),
    })),
    os: 'linux',
    rootfs: {
      type: 'layers',
      diff_ids: layersOf(image).map(layer => layer.DiffID),
    },
    config: {
      ...(settings.Cmd ? { Cmd: settings.Cmd } : {}),
      ...(settings.Entrypoint ? { Entrypoint: settings.Entrypoint } : {}),
      Env: [...base.env, ...(settings.Env ?? [])],
      Labels: {
        'org.opencontainers.image.base.name': base.reference,
        'org.opencontainers.image.created': isoNanoseconds(built, 0),
        'org.opencontainers.image.revision': revision(image),
        'org.opencontainers.image.source': image.repository,
        'org.opencontainers.image.version': image.tag,
      },
      ...(settings.User ? { User: settings.User } : {}),
      ...(settings.WorkingDir ? { WorkingDir: settings.WorkingDir } : {}),
      ...(Object.keys(ports).length > 0 ? { ExposedPorts: ports } : {}),
    },
  };
}
