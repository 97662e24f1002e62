import { getContrastRatio } from '@material-ui/core/styles';
import { colours } from './colours';

const surfaces = {
  light: ['#ffffff', '#f8f8f8', '#f5f5f5'],
  dark: ['#424242', '#333333'],
};

describe.each(['light', 'dark'] as const)('colours of the %s theme', type => {
  const { severity, tone, on } = colours[type];
  const all = Object.entries({ ...severity, ...tone });

  it.each(all)('%s can be read on every surface', (_, colour) => {
    for (const surface of surfaces[type]) {
      expect(getContrastRatio(colour, surface)).toBeGreaterThanOrEqual(4.5);
    }
  });

  it.each(all)('a letter on %s can be read', (_, colour) => {
    expect(getContrastRatio(on, colour)).toBeGreaterThanOrEqual(4.5);
  });
});
