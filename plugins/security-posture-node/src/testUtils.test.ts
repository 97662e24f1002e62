import { InputError } from '@backstage/errors';
import { z } from 'zod';
import { ReportBuilder, type Source } from '.';
import { describeSource } from './testUtils';

const Problem = z.object({ name: z.string() });

const exampleSource: Source = {
  id: 'example',
  title: 'Example',
  stage: 'build',
  looksLike: 'an object with problems',
  recognise: document => !Array.isArray(document) && 'problems' in document,
  parse: documents =>
    documents.map(({ value, path }) => {
      if (Array.isArray(value)) {
        throw new InputError(`example: ${path}: expected an object`);
      }
      const builder = new ReportBuilder({
        tool: { name: 'Example' },
        subject: { kind: 'artifact', name: 'a' },
      });
      builder.each(
        'code',
        value.problems,
        `${path}.problems`,
        Problem,
        found => {
          builder.report.findings.push({
            kind: 'code',
            ruleId: found.name,
            title: found.name,
            severity: 'unknown',
            references: [],
            cwes: [],
          });
        },
      );
      return builder.report;
    }),
};

describeSource(exampleSource, [
  {
    name: 'a document with a bad element',
    value: { problems: [{ name: 'a' }, { name: 7 }, null] },
    read: { code: 3 },
  },
]);
