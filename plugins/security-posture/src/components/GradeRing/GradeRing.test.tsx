import { renderInTestApp } from '@backstage/frontend-test-utils';
import { screen } from '@testing-library/react';
import { GradeRing, type GradeRingProps } from './GradeRing';

const ring = (props: Omit<GradeRingProps, 'size'>) => {
  renderInTestApp(<GradeRing {...props} size={40} />);
  return screen.getByRole('img', { name: /Grade/ });
};
const arcOf = (element: HTMLElement) =>
  element.querySelector('[data-part="risk"]');

describe('GradeRing', () => {
  it('names the grade, and fills the ring as far as the risk goes', () => {
    const element = ring({ grade: 'D', risk: 71.4 });
    expect(element).toHaveAccessibleName('Grade D');
    expect(element).toHaveTextContent('D');
    expect(arcOf(element)).toHaveAttribute('stroke-dasharray', '71.4 100');
  });

  it('draws no arc for a risk that is not known, not even one of zero', () => {
    const element = ring({ grade: '?' });
    expect(element).toHaveAccessibleName('Grade not known');
    expect(element).toHaveTextContent('?');
    expect(arcOf(element)).toBeNull();
    expect(element.querySelector('[data-known="false"]')).not.toBeNull();
  });

  it('draws the risk that is known though no grade can be promised', () => {
    const element = ring({ grade: '?', risk: 5 });
    expect(arcOf(element)).toHaveAttribute('stroke-dasharray', '5 100');
  });
});
