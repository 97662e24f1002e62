import { expect, type Page } from '@playwright/test';

/** The Security tab of a component, as a guest. The examples are sent after the start; it is ready when the text is there. */
export async function openSecurityTab(
  page: Page,
  component: string,
  text: string | RegExp,
) {
  const enter = page.getByRole('button', { name: 'Enter' });
  await page.goto(`/catalog/default/component/${component}/security`);
  await enter.click();
  await expect(async () => {
    await page.reload();
    await enter.click({ timeout: 3_000 }).catch(() => undefined);
    await expect(page.getByText(text).first()).toBeVisible({ timeout: 10_000 });
  }).toPass({ timeout: 100_000 });
}
