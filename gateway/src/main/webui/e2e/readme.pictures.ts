import { statSync } from 'node:fs'
import { resolve } from 'node:path'
import type { Page } from '@playwright/test'
import { type Showcase, showcase } from './showcase'
import { arriveSignedIn, expect, PHONE, test } from './story'
import { TAX_ID } from './suite'
import { expectStep, next } from './wizard'

/** Where the README at the top of the checkout finds them. */
const OUT = process.env.PICTURES_OUT ?? resolve(import.meta.dirname, '../../../../pictures')
const MOST_BYTES = 150_000

let shown: Showcase

test.beforeAll(async () => {
  shown = await showcase()
})

test.beforeEach(async ({ page }) => {
  await arriveSignedIn(page, shown.email)
})

test.describe('in English on a desk', () => {
  test.use({ locale: 'en', viewport: { width: 1280, height: 760 } })

  test('bills', async ({ page, t }) => {
    await page.goto('/bills')
    await expect(page.getByText(t.bills.status.INVOICEABLE).first()).toBeVisible()
    await take(page, 'bills')
  })

  test('progress', async ({ page }) => {
    await page.goto(`/applications/${shown.mailedOut}`)
    await expect(page.getByText('SF1234567890123').first()).toBeVisible()
    await take(page, 'progress')
  })
})

test.describe('in Chinese on a phone', () => {
  test.use({ locale: 'zh-CN', viewport: PHONE })

  test('wizard', async ({ page, t }) => {
    await page.goto(`/apply/${shown.open}`)
    await next(page, t)
    await expectStep(page, t, 'information')
    await page.getByLabel(t.apply.taxpayerId).fill(TAX_ID)
    await expect(page.getByText(t.apply.tax.organisation)).toBeVisible()
    await page.getByLabel(t.apply.taxpayerId).evaluate((field) => {
      field.blur()
      field.scrollIntoView({ block: 'center' })
    })
    await take(page, 'wizard')
  })
})

async function take(page: Page, name: string) {
  await page.evaluate(() => document.fonts.ready)
  await expect(page.locator('.footer a')).toBeVisible()
  const path = `${OUT}/${name}.png`
  await page.screenshot({ path, animations: 'disabled' })
  expect(statSync(path).size, name).toBeLessThanOrEqual(MOST_BYTES)
}
