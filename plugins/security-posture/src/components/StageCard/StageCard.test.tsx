import { renderInTestApp } from '@backstage/frontend-test-utils';
import { screen } from '@testing-library/react';
import type { StagePosture } from 'backstage-plugin-security-posture-common';
import {
  cleanStages,
  failingStages,
  staleStages,
} from '../../../dev/data/posture';
import { checkCounts } from '../../../dev/data/checks';
import { verdict } from '../../../dev/data/judgement';
import { openFindings, stagePosture } from '../../../dev/data/stagePosture';
import { StageCard, type StageCardProps } from './StageCard';

const render = (
  stage: StagePosture['stage'],
  more: Partial<StagePosture> = {},
  rest: Partial<StageCardProps> = {},
) =>
  renderInTestApp(
    <StageCard
      posture={stagePosture(stage, more)}
      checks={checkCounts()}
      {...rest}
    />,
  );

describe('StageCard', () => {
  it('shows what is open, what became of the rest, and by what and when', () => {
    render('build', failingStages.build);
    expect(screen.getByText('Failing')).toBeInTheDocument();
    expect(screen.getByLabelText('2 Critical')).toHaveTextContent('2');
    expect(
      screen.getByText('51 fixable · 1 fixed · 2 suppressed'),
    ).toBeInTheDocument();
    expect(screen.getByText('1 stale finding')).toBeInTheDocument();
    expect(screen.getByText(/Trivy 0.65.0, Grype 0.96.1/)).toHaveTextContent(
      /^Scanned 2 hr. ago/,
    );
    expect(screen.getByText('2 hr. ago')).toHaveAttribute(
      'title',
      expect.stringMatching(/\d{4}.*\d\d:\d\d/),
    );
    expect(screen.getByText('Findings')).toHaveAttribute(
      'href',
      '/findings?stage=build',
    );
  });

  it('counts decisions, and what is missing from the numbers', () => {
    render('deploy', failingStages.deploy);
    expect(screen.getByText('Warning')).toBeInTheDocument();
    expect(screen.getByText('1 refused').parentElement).toHaveTextContent(
      '1 refused · 2 warned · 5 audited · 118 allowed',
    );
    expect(
      screen.getByText('3 elements skipped, 1 report incomplete'),
    ).toBeInTheDocument();
  });

  it('names the tool that fell silent while another reports', () => {
    render('runtime', failingStages.runtime);
    expect(screen.getByText(/Tetragon stale since/)).toBeInTheDocument();
  });

  it('says nothing about findings where only decisions were reported', () => {
    const { findings, ...deploy } = cleanStages.deploy;
    render('deploy', deploy);
    expect(screen.getByText('No admission decisions')).toBeInTheDocument();
    expect(screen.queryByText('No open findings')).not.toBeInTheDocument();
  });

  it('does not call a stale stage free of findings', () => {
    render('build', staleStages.build);
    expect(screen.getByText('Stale')).toBeInTheDocument();
    expect(
      screen.getByText('Nothing was open when last reported'),
    ).toBeInTheDocument();
    expect(screen.getByText(/Fresh for 7 days only/)).toBeInTheDocument();
    expect(screen.queryByText('No open findings')).not.toBeInTheDocument();
  });

  it('does not call a stage clean while one of its findings is stale', () => {
    const { build } = cleanStages;
    render('build', { ...build, findings: openFindings({}, { stale: 1 }) });
    expect(screen.getByText('1 stale finding')).toBeInTheDocument();
    expect(screen.getByText('Stale')).toBeInTheDocument();
    expect(screen.queryByText('Clean')).not.toBeInTheDocument();
    expect(screen.queryByText('No open findings')).not.toBeInTheDocument();
  });

  it('does not say of a stale stage that nothing was open if something was', () => {
    const { build } = staleStages;
    render('build', { ...build, findings: openFindings({}, { stale: 3 }) });
    expect(screen.getByText('3 stale findings')).toBeInTheDocument();
    expect(screen.queryByText(/Nothing was open/)).not.toBeInTheDocument();
  });

  it('tells how a stage that was never scanned gets its first report', () => {
    render('build');
    expect(screen.getByText('Never scanned')).toBeInTheDocument();
    expect(
      screen.getByText('POST /api/security-posture/v1/reports'),
    ).toBeInTheDocument();
    expect(screen.queryByRole('link')).not.toBeInTheDocument();
  });

  it('tells a stage that there is not from one without reports', () => {
    render('runtime', { state: 'not-applicable' });
    expect(screen.getByText('Not applicable')).toBeInTheDocument();
    expect(screen.queryByText(/No report/)).not.toBeInTheDocument();
  });

  it('shows how its practices stand, without those that do not apply', () => {
    const checks = checkCounts({
      pass: 10,
      fail: 4,
      unknown: 2,
      'not-applicable': 7,
    });
    render('build', failingStages.build, { checks });
    expect(
      screen.getByText('Practices: 10 pass · 4 fail · 2 unknown'),
    ).toHaveAttribute('href', '/practices?stage=build');
    const bar = [...document.querySelectorAll<HTMLElement>('[data-part]')];
    expect(
      bar.map(({ dataset, style }) => [dataset.part, style.flexGrow]),
    ).toEqual([
      ['pass', '10'],
      ['fail', '4'],
      ['unknown', '2'],
    ]);
  });

  it('draws no bar where no practice applies', () => {
    const checks = checkCounts({ 'not-applicable': 7 });
    render('build', failingStages.build, { checks });
    expect(screen.queryByText(/Practices/)).not.toBeInTheDocument();
    expect(document.querySelector('[data-part]')).toBeNull();
  });

  it('does not call a stage clean while a practice fails', () => {
    render('build', cleanStages.build, { checks: checkCounts({ fail: 1 }) });
    expect(screen.getByText('Warning')).toBeInTheDocument();
    expect(screen.queryByText('Clean')).not.toBeInTheDocument();
  });

  it('shows what is judged of a stage that no tool reported on', () => {
    const checks = checkCounts({ unknown: 5, fail: 1 });
    render('build', {}, { checks });
    expect(
      screen.getByText('Practices: 1 fail · 5 unknown'),
    ).toBeInTheDocument();
    expect(screen.getByText('Never scanned')).toBeInTheDocument();
  });

  it.each([
    [
      'fails',
      verdict({ result: 'fail', violations: 3, warnings: 1, waived: 2 }),
      'Gate: would fail, 3 reasons · 1 warning · 2 waived',
    ],
    [
      'would fail if it were enforced',
      verdict({ mode: 'dry-run', violations: 1 }),
      'Gate: would fail if enforced, 1 reason · dry run',
    ],
    [
      'only warns',
      verdict({ mode: 'warn', violations: 2 }),
      'Gate: would fail if enforced, 2 reasons · only warns',
    ],
    ['passes', verdict(), 'Gate: passes'],
  ])('says that the gate %s', (_, answer, text) => {
    render('build', cleanStages.build, {
      verdict: { point: 'build', verdict: answer, known: 'all' },
    });
    expect(screen.getByText(/^Gate/).closest('p')).toHaveTextContent(
      new RegExp(`^${text}$`),
    );
  });

  it.each([
    ['some', 'Admission: allows on what is known'],
    ['nothing', 'Admission: nothing is known to judge'],
  ] as const)('does not praise what nobody knows: %s', (known, text) => {
    render('deploy', cleanStages.deploy, {
      verdict: { point: 'admission', verdict: verdict(), known },
    });
    expect(screen.getByText(text)).toBeInTheDocument();
    expect(screen.queryByText(/allows$/)).not.toBeInTheDocument();
  });
});
