import type { Page } from '@playwright/test'
import type { Texts } from '../src/texts/en'
import { expect } from './story'

export async function next(page: Page, t: Texts) {
  await page.getByRole('button', { name: t.common.next }).click()
}

export async function expectStep(page: Page, t: Texts, step: keyof Texts['apply']['steps']) {
  const name = step === 'review' ? t.apply.review : t.apply.steps[step]
  await expect(page.getByRole('heading', { name, level: 2 })).toBeVisible()
}

/** The title of a person: the name is all it takes. */
export async function fillPerson(page: Page, t: Texts, name: string) {
  await page.getByRole('radio', { name: t.apply.INDIVIDUAL }).check()
  await page.getByLabel(t.apply.name).fill(name)
}

/** To be collected at the branch: the shortest way through the step. */
export async function fillPickup(page: Page, t: Texts) {
  await page.getByRole('radio', { name: t.apply.methods.PICKUP }).check()
  await page.getByLabel(t.apply.collector).fill('王小明')
  await page.getByLabel(t.apply.recipientPhone).fill('13800138000')
}

/** From the first step to the review, for a person who collects it. */
export async function walkToReview(
  page: Page,
  t: Texts,
  name = '王小明',
  look: () => Promise<void> = async () => undefined,
) {
  await expectStep(page, t, 'type')
  await look()
  await next(page, t)
  await expectStep(page, t, 'information')
  await fillPerson(page, t, name)
  await look()
  await next(page, t)
  await expectStep(page, t, 'shipping')
  await fillPickup(page, t)
  await look()
  await next(page, t)
  await expectStep(page, t, 'review')
}

export async function confirm(page: Page, t: Texts) {
  await page.getByRole('button', { name: t.apply.confirm, exact: true }).click()
  await expect(page.getByText(t.apply.confirmed)).toBeVisible()
}
