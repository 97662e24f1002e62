import { expect, test } from '@playwright/test';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { openSecurityTab } from './openSecurityTab';

const reports = join(__dirname, '../../../examples/reports');
const counts = JSON.parse(
  readFileSync(join(reports, 'counts.json'), 'utf8'),
).components;

/** A scan of today, made out of an example as README.md does. */
function giftCardsScan(): string {
  return readFileSync(join(reports, 'build/payment-gateway.json'), 'utf8')
    .replaceAll('payments/payment-gateway', 'payments/gift-cards')
    .replace(
      /"CreatedAt":"[^"]*"/,
      `"CreatedAt":"${new Date().toISOString()}"`,
    );
}

test('a guest reads the owner and the findings of all three stages, and a report that is sent changes the tab', async ({
  page,
  request,
}) => {
  await openSecurityTab(page, 'checkout', 'CVE-2021-44228');

  await expect(page.getByText('payments@acme.example')).toBeVisible();
  await expect(
    page.getByRole('link', { name: 'Payments' }).first(),
  ).toBeVisible();
  for (const stage of ['Build', 'Deploy', 'Runtime']) {
    await expect(
      page.getByRole('heading', { name: stage, exact: true }),
    ).toBeVisible();
  }

  const posture = page.getByRole('region', { name: 'Posture' });
  await expect(posture.getByLabel('Grade F')).toBeVisible();

  await page.goto(
    '/catalog/default/component/checkout/security/practices?result=fail',
  );
  await expect(page.getByText('checkout runs privileged.')).toBeVisible();

  await page.goto('/catalog/default/component/checkout/security/runtime');
  await expect(
    page.getByText('Terminal shell in container').first(),
  ).toBeVisible();
  await page.goto('/catalog/default/component/checkout/security/admission');
  await expect(
    page.getByText('disallow-privileged-containers').first(),
  ).toBeVisible();

  const scan = counts['component:default/payment-gateway'].build;
  const { vulnerabilities } = scan['build/payment-gateway.json'];
  await page.goto(
    '/catalog/default/component/payment-gateway/security/findings?kind=vulnerability',
  );
  const total = Object.values<number>(vulnerabilities).reduce(
    (a, b) => a + b,
    0,
  );
  await expect(page.getByText(`of ${total}`).first()).toBeVisible();

  await page.goto('/catalog/default/component/gift-cards/security');
  await expect(page.getByText(/never scanned/i).first()).toBeVisible();
  const response = await request.post(
    'http://localhost:7107/api/security-posture/v1/reports?entityRef=component:default/gift-cards',
    {
      headers: { authorization: 'Bearer local-report-token' },
      data: giftCardsScan(),
    },
  );
  expect(await response.json()).toMatchObject({
    reports: [
      {
        entityRefs: ['component:default/gift-cards'],
        changes: { new: total + 1 },
      },
    ],
  });
  await page.reload();
  await expect(page.getByText('CVE-').first()).toBeVisible();
});
