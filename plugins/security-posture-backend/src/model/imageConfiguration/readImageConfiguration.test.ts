import { readImageConfiguration } from './readImageConfiguration';

const digest = (letter: string) => `sha256:${letter.repeat(64)}`;
const rootfs = { type: 'layers', diff_ids: [digest('a'), digest('b')] };

describe('the configuration of an image', () => {
  it('tells what it sets, and names of variables without their values', () => {
    const read = readImageConfiguration({
      created: '2026-08-25T10:10:00.987654321Z',
      config: {
        User: 'shop:shop',
        Env: ['PATH=/bin', 'TOKEN=hunter2', 'EMPTY=', 'PATH=/usr/bin', 'X'],
        ExposedPorts: { '8080/tcp': {}, '53/udp': {}, 9090: {} },
        Labels: { 'org.opencontainers.image.base.name': 'debian:12' },
      },
      history: [
        { created_by: 'ADD' },
        { created_by: 'CMD ["sh"]', empty_layer: true },
        { created_by: 'COPY' },
      ],
      rootfs,
    });
    expect(read).toEqual({
      createdAt: '2026-08-25T10:10:00.987Z',
      user: 'shop:shop',
      environment: ['PATH', 'TOKEN'],
      exposedPorts: ['9090/tcp', '8080/tcp', '53/udp'],
      baseImages: ['debian:12'],
      baseLayers: [digest('a')],
    });
  });

  it('sets nothing that it does not name', () => {
    expect(readImageConfiguration({ config: {}, rootfs })).toEqual({
      user: '',
      environment: [],
      exposedPorts: [],
    });
  });

  it('is unknown where it is absent or blank', () => {
    const blank = {
      architecture: '',
      created: '0001-01-01T00:00:00Z',
      os: '',
      rootfs: { type: '', diff_ids: null },
      config: {},
    };
    for (const value of [blank, {}, undefined, null, [], 'x', { rootfs }]) {
      expect(readImageConfiguration(value)).toEqual({});
    }
  });

  it('has no time where a reproducible build made one up', () => {
    for (const created of ['1970-01-01T00:00:00Z', '1980-01-01T00:00:01Z']) {
      expect(
        readImageConfiguration({ created, config: { User: '1' } }).createdAt,
      ).toBeUndefined();
    }
  });

  it('loses no more than what is malformed', () => {
    const config = {
      User: 7,
      Env: 'TOKEN=hunter2',
      ExposedPorts: ['8080'],
      Labels: { 'org.opencontainers.image.base.name': 7 },
    };
    const created = '2026-08-25T10:10:00Z';
    const read = readImageConfiguration({
      created,
      config,
      history: [7],
      rootfs,
    });
    expect(JSON.parse(JSON.stringify(read))).toEqual({
      createdAt: '2026-08-25T10:10:00.000Z',
    });
    const odd = readImageConfiguration({
      config: {
        Env: [
          null,
          7,
          '=x',
          'hunter2 is it=x',
          'A\u0000=1',
          `${'n'.repeat(400)}=1`,
        ],
        ExposedPorts: { '8080/tcp; rm': {}, '99999999/tcp': {}, '1-5/tcp': {} },
      },
    });
    expect([odd.environment, odd.exposedPorts]).toEqual([['A'], ['1-5/tcp']]);
  });

  it('takes the layers that the tool gives beside it where it has none', () => {
    const history = [
      { created_by: 'ADD' },
      { created_by: 'CMD', empty_layer: true },
      { created_by: 'COPY' },
    ];
    const layers = [digest('c'), digest('d')];
    expect(readImageConfiguration({ history }, layers)).toEqual({
      baseLayers: [digest('c')],
    });
  });
});
