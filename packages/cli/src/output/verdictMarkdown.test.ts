import { failing, verdict, violation } from '../__testUtils__/answers';
import { verdictMarkdown } from './verdictMarkdown';

describe('verdictMarkdown', () => {
  it('has a row for each reason and says how to mend each check once', () => {
    const markdown = verdictMarkdown({
      ...failing,
      violations: [violation(), violation({ summary: 'Another one.' })],
    });
    expect(markdown).toContain('## Security policy: failed\n');
    expect(
      markdown.match(/^\| (blocks|warns|waived|unknown) \|/gm),
    ).toHaveLength(5);
    expect(markdown.match(/Rebuild the image/g)).toHaveLength(1);
    expect(markdown).toContain('```dockerfile\nFROM node:24\nUSER node\n```');
  });

  it('is short where there is nothing to say', () => {
    expect(verdictMarkdown(verdict())).toMatch(
      /^## Security policy: passed\n\n`component:default\/shop` · .*\n$/,
    );
  });

  it('shows text of reports as it is', () => {
    const markdown = verdictMarkdown(
      verdict({
        violations: [
          violation({
            summary: '<img src=x> [a](https://b.example) | c @team **d**',
            fix: {
              text: 'e',
              snippet: { language: 'shell', code: '```\n# Not a title' },
            },
          }),
        ],
      }),
    );
    expect(markdown).not.toContain('<img');
    expect(markdown).toContain('\\[a\\]\\(https&#58;//b.example\\) \\| c');
    expect(markdown).toContain('&#64;team \\*\\*d\\*\\*');
    expect(markdown).toContain('````shell\n```\n# Not a title\n````');
  });
});
