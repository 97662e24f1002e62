import { readAnnotations } from './readAnnotations';

const long = `ghcr.io/${'a'.repeat(500)}`;

const read = (annotation: string, text: string) =>
  readAnnotations(new Map([[`security-posture.io/${annotation}`, text]]));

const elements = (annotation: string, text: string) =>
  read(annotation, text).claims.map(({ element }) => element);

describe('annotations that can match', () => {
  it.each([
    ['images', 'ghcr.io/acme/shop'],
    ['images', 'GHCR.io/Acme/Shop'],
    ['images', 'ghcr.io/acme/shop*'],
    ['images', 'ghcr.io/*/shop-*'],
    ['images', '*.acme.io/shop'],
    ['images', '*/acme/shop'],
    ['images', '*shop*'],
    ['images', '*'],
    ['images', 'localhost:5000/shop'],
    ['images', 'registry.acme.io:5000/team/shop'],
    ['images', 'docker.io/nginx'],
    ['images', 'docker.io/library/nginx'],
    ['images', 'docker.io/acme/*'],
    ['repositories', 'github.com/acme/shop'],
    ['repositories', 'GitHub.com/Acme/Shop'],
    ['repositories', 'gitlab.acme.io/a/b/c'],
    ['repositories', 'github.com/acme/*'],
    ['repositories', '*/acme/shop'],
    ['repositories', '*shop'],
    ['workloads', 'shop/web'],
    ['workloads', 'shop/Deployment/web'],
    ['workloads', 'prod/shop/Deployment/web'],
    ['workloads', '*/shop/*/web-*'],
    ['workloads', 'arn:aws:eks:eu-west-1:1:prod/shop/Deployment/web'],
  ])('%s: %s', (annotation, element) => {
    expect(read(annotation, element).warnings).toEqual([]);
    expect(elements(annotation, element)).toEqual([element]);
  });

  it.each(['1', '5', ' 3 ', 'tier-2', 'Tier4'])('tier: %s', tier => {
    expect(read('tier', tier)).toEqual({ claims: [], warnings: [] });
  });

  it('are read as lists of commas and lines, each element once', () => {
    const list = 'ghcr.io/acme/a, ghcr.io/acme/b,\n ghcr.io/acme/a\n';
    expect(read('images', list)).toEqual({
      claims: ['ghcr.io/acme/a', 'ghcr.io/acme/b'].map(element => ({
        annotation: 'security-posture.io/images',
        element,
        noun: 'image',
      })),
      warnings: [],
    });
  });

  it('are no others than those of Security Posture', () => {
    const annotations = new Map([['acme.io/images', 'shop:1']]);
    expect(readAnnotations(annotations)).toEqual({ claims: [], warnings: [] });
  });
});

describe('annotations that cannot match', () => {
  it.each([
    ['images', 'ghcr.io/acme/shop:1.2', 'has a tag', 'ghcr.io/acme/shop'],
    ['images', 'ghcr.io/acme/*:latest', 'has a tag', 'ghcr.io/acme/*'],
    ['images', '*.acme.io/s:*', 'has a tag', '*.acme.io/s'],
    ['images', 'nginx:1', 'has a tag', 'docker.io/library/nginx'],
    [
      'images',
      `ghcr.io/acme/shop@sha256:${'a'.repeat(64)}`,
      'has a digest',
      'ghcr.io/acme/shop',
    ],
    ['images', 'ghcr.io/a@sha256:1', 'has a digest', 'ghcr.io/acme/shop'],
    [
      'images',
      'nginx',
      'does not say its registry in full',
      'docker.io/library/nginx',
    ],
    [
      'images',
      'acme/shop-*',
      'does not say its registry in full',
      'docker.io/acme/shop-*',
    ],
    [
      'images',
      'index.docker.io/acme/shop',
      'does not say its registry in full',
      'docker.io/acme/shop',
    ],
    ['images', 'https://ghcr.io/a', 'has a scheme', 'ghcr.io/acme/shop'],
    ['images', 'docker://ghcr.io/a', 'has a scheme', 'ghcr.io/a'],
    [
      'images',
      'ghcr.io/a ghcr.io/b',
      'holds a space; commas separate images',
      'ghcr.io/acme/shop',
    ],
    ['images', 'ghcr.io/acme/', 'is no image line', 'ghcr.io/acme/shop'],
    ['images', 'ghcr.io//shop', 'is no image line', 'ghcr.io/acme/shop'],
    ['images', '', 'names no image', 'ghcr.io/acme/shop'],
    ['images', ' ,\n, ', 'names no image', 'ghcr.io/acme/shop'],
    ['images', long, 'is longer than 500 characters', 'ghcr.io/acme/shop'],
    [
      'repositories',
      'https://github.com/acme/*',
      'has a scheme',
      'github.com/acme/*',
    ],
    [
      'repositories',
      'url:https://github.com/Acme/shop/tree/main/',
      'has a scheme',
      'github.com/acme/shop',
    ],
    [
      'repositories',
      'git@github.com:acme/shop.git',
      'has a user',
      'github.com/acme/shop',
    ],
    [
      'repositories',
      'github.com/acme/shop.git',
      'ends in .git',
      'github.com/acme/shop',
    ],
    [
      'repositories',
      'github.com/acme/shop/tree/main',
      'is more than a host and a path',
      'github.com/acme/shop',
    ],
    [
      'repositories',
      'acme/shop',
      'is not a host and a path',
      'github.com/acme/shop',
    ],
    [
      'repositories',
      'github.com/a github.com/b',
      'holds a space; commas separate repositories',
      'github.com/acme/shop',
    ],
    ['repositories', ',', 'names no repository', 'github.com/acme/shop'],
    [
      'workloads',
      'web',
      'has 1 part; a workload is namespace/name, namespace/kind/name or cluster/namespace/kind/name',
      'shop/Deployment/web',
    ],
    [
      'workloads',
      'a/b/c/d/e',
      'has 5 parts; a workload is namespace/name, namespace/kind/name or cluster/namespace/kind/name',
      'shop/Deployment/web',
    ],
    ['workloads', 'shop//web', 'has an empty part', 'shop/Deployment/web'],
    [
      'workloads',
      'shop/web shop/api',
      'holds a space; commas separate workloads',
      'shop/Deployment/web',
    ],
    ['workloads', '', 'names no workload', 'shop/Deployment/web'],
    ['tier', '0', 'is not between 1, the most important, and 5', '2'],
    ['tier', '6', 'is not between 1, the most important, and 5', '2'],
    ['tier', 'gold', 'is not between 1, the most important, and 5', '2'],
    ['tier', '', 'is not between 1, the most important, and 5', '2'],
  ])('%s: %s', (annotation, element, reason, example) => {
    const { claims, warnings } = read(annotation, element);
    const shown =
      element.trim().length > 100 ? `${element.slice(0, 99)}…` : element.trim();
    expect(claims).toEqual([]);
    expect(warnings).toEqual([
      `security-posture.io/${annotation}: "${shown}" ${reason}. Right is, for example, ${example}`,
    ]);
    expect(read(annotation, example).warnings).toEqual([]);
  });

  it('leave the other elements in force', () => {
    const { claims, warnings } = read(
      'images',
      'ghcr.io/acme/a:1, ghcr.io/acme/b, c',
    );
    expect(claims.map(({ element }) => element)).toEqual(['ghcr.io/acme/b']);
    expect(warnings).toHaveLength(2);
  });

  it('cannot draw over the warning', () => {
    const [warning] = read('images', 'a\u202eb\u0000\u0007').warnings;
    expect(warning).toContain('"ab" ');
  });

  it('are read in no time, however long', () => {
    const before = Date.now();
    for (const piece of ['a/', 'a-', '*a', ':', '@', '* ', 'a,', '.', '*.*/']) {
      for (const annotation of ['images', 'repositories', 'workloads']) {
        read(annotation, piece.repeat(100_000));
        read(annotation, `${piece.repeat(100)},`.repeat(500));
      }
    }
    expect(Date.now() - before).toBeLessThan(10_000);
  });
});
