import { baseLayersOf } from './baseLayers';

const layer = (created_by: string) => ({ created_by, empty_layer: undefined });
const note = (created_by: string) => ({ created_by, empty_layer: true });

describe('the layers of the base image', () => {
  it.each([
    ['Docker', '/bin/sh -c #(nop)  CMD ["bash"]'],
    ['BuildKit', 'CMD ["bash"]'],
    ['Buildah', '/bin/sh -c #(nop) CMD /bin/sh'],
    ['an entry point', 'ENTRYPOINT ["/entrypoint.sh"]'],
  ])('end with what it starts, as written by %s', (_, start) => {
    const history = [
      layer('ADD rootfs.tar.xz / # buildkit'),
      note('ENV LANG=C.UTF-8'),
      note(start),
      layer('RUN apt-get install curl'),
      layer('COPY . /app'),
      note('USER app'),
      note('CMD ["/app/run"]'),
    ];
    expect(baseLayersOf(history, ['a', 'b', 'c'])).toEqual(['a']);
  });

  it('are those of the nearest base, all the way down', () => {
    const history = [
      layer('ADD'),
      note('CMD ["bash"]'),
      layer('RUN install node'),
      note('ENTRYPOINT ["docker-entrypoint.sh"]'),
      note('CMD ["node"]'),
      note('WORKDIR /app'),
      layer('COPY . .'),
    ];
    expect(baseLayersOf(history, ['a', 'b', 'c'])).toEqual(['a', 'b']);
  });

  it('are unknown where nothing tells of a base', () => {
    const base = [layer('ADD'), note('CMD ["bash"]')];
    expect(baseLayersOf(base, ['a'])).toBeUndefined();
    expect(baseLayersOf([], ['a'])).toBeUndefined();
    // That a command is mentioned in a layer is no end.
    expect(
      baseLayersOf(
        [layer('RUN CMD'), note('ENV CMD=1'), layer('COPY')],
        ['a', 'b'],
      ),
    ).toBeUndefined();
    // Nothing was below.
    expect(baseLayersOf([note('CMD'), layer('COPY')], ['a'])).toBeUndefined();
  });

  it('are unknown where the history does not fit the layers', () => {
    const history = [layer('ADD'), note('CMD'), layer('COPY')];
    expect(baseLayersOf(history, ['squashed'])).toBeUndefined();
    expect(baseLayersOf([...history, undefined], ['a', 'b'])).toBeUndefined();
  });
});
