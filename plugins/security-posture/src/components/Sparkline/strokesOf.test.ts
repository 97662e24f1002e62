import { strokesOf } from './strokesOf';

const frame = { width: 100, height: 40 };

describe('strokesOf', () => {
  it('joins days that follow each other, the highest value on top', () => {
    expect(
      strokesOf(
        [
          { day: '2026-02-28', value: 20 },
          { day: '2026-03-01', value: 70 },
          { day: '2026-03-02', value: 45 },
        ],
        frame,
      ),
    ).toEqual(['0,40 50,0 100,20']);
  });

  it('draws nothing where nothing is known, and a lone day as a dot', () => {
    expect(
      strokesOf(
        [
          { day: '2026-03-01', value: 0 },
          { day: '2026-03-02', value: 100 },
          { day: '2026-03-03' },
          { day: '2026-03-05', value: 50 },
        ],
        frame,
      ),
    ).toEqual(['0,40 25,0', '100,20 100,20']);
  });

  it('does not blow up a small change', () => {
    const [stroke] = strokesOf(
      [
        { day: '2026-03-01', value: 50 },
        { day: '2026-03-02', value: 51 },
      ],
      frame,
    );
    const heights = stroke.split(' ').map(point => Number(point.split(',')[1]));
    expect(heights[0] - heights[1]).toBeCloseTo(2, 1);
  });

  it.each([0, 100])('stays in the frame at %d', value => {
    const days = ['2026-03-01', '2026-03-02'].map(day => ({ day, value }));
    const height = value === 0 ? 40 : 0;
    expect(strokesOf(days, frame)).toEqual([`0,${height} 100,${height}`]);
  });

  it('has no stroke without values', () => {
    expect(strokesOf([{ day: '2026-03-01' }], frame)).toEqual([]);
  });
});
