import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { type Browser, expect, type Page } from '@playwright/test'
import { expectAccessible } from './axe'
import { Clerk } from './clerk'
import { description } from './launcher'
import { DESK, PHONE, test } from './story'
import { gateway, pay, someAddress, TAX_ID } from './suite'

const { adminCenter } = description()

test.use({ locale: 'en' })

/** Through the provider's page, with nothing kept from before. */
async function signIn(page: Page, customer: string) {
  await page.goto(adminCenter)
  await page.getByRole('button', { name: 'Sign in' }).click()
  await page.getByLabel('E-mail').fill(someAddress())
  await page.getByLabel('Password').fill('anything')
  await page.getByLabel('Customer').fill(customer)
  await page.getByRole('button', { name: 'Sign in' }).click()
  await expect(page.getByRole('heading', { name: 'Bills' })).toBeVisible()
}

test.describe('on a phone', () => {
  test.use({ viewport: PHONE })

  test('a page of another origin signs in, applies and follows', async ({ page }) => {
    // Given a bill of the customer that the page's reader acts for
    const customer = `contoso-${crypto.randomUUID()}`
    const { orderNumber } = await pay({ customerId: customer })

    // When they sign in at the provider of their own
    await signIn(page, customer)
    expect(new URL(page.url()).origin).toBe(adminCenter)
    expect(new URL(page.url()).search).toBe('')
    const apply = page.getByRole('button', { name: `Apply: ${orderNumber}` })
    await expect(async () => {
      await page.getByRole('button', { name: 'Look again' }).click()
      await expect(apply).toBeVisible({ timeout: 500 })
    }).toPass({ intervals: [100], timeout: 60_000 })
    await expectAccessible(page, 'en')
    await apply.click()

    // Then what cannot be accepted is told at its field
    await page.getByLabel('Taxpayer ID').fill('91310106552993944A')
    await page.getByRole('radio', { name: /e-?mail/i }).check()
    await page.getByLabel('E-mail address').fill('finance@contoso.example')
    await page.getByRole('button', { name: 'Continue' }).click()
    await expect(page.getByRole('alert')).toHaveText('Please look at what is marked in red.')
    await expect(page.getByText('must be a code with its right check character')).toBeVisible()
    await expect(page.getByLabel('Taxpayer ID')).toBeFocused()
    await expectAccessible(page, 'en')

    // When they put it right, look it over, change their mind once and confirm
    await page.getByLabel('Taxpayer ID').fill(TAX_ID)
    await page.getByRole('button', { name: 'Continue' }).click()
    const facts = page.locator('#facts')
    await expect(facts).toContainText(TAX_ID)
    await expect(facts).toContainText('¥1,270.00 (¥1,198.11 and ¥71.89 tax)')
    await page.getByRole('button', { name: 'Change' }).click()
    await page.getByLabel('E-mail address').fill('books@contoso.example')
    await page.getByRole('button', { name: 'Continue' }).click()
    await expect(facts).toContainText('books@contoso.example')
    const confirmed = page.waitForResponse(/\/applications\/[0-9a-f-]+\/confirmation$/)
    await page.getByRole('button', { name: 'Confirm' }).click()
    const { id } = (await (await confirmed).json()) as { id: string }

    // Then each step is told as it happens
    const steps = page.locator('#steps li')
    await expect(steps).toHaveCount(1)
    await (await Clerk.signedIn()).accept(id)
    await expect(steps).toHaveCount(2)
    await expect(steps.last()).toContainText('In process')
    await expectAccessible(page, 'en')

    // And whoever signs out is out
    await page.getByRole('button', { name: 'Sign out' }).click()
    await expect(page.getByRole('button', { name: 'Sign in' })).toBeVisible()
  })
})

test('the guide that quotes the page is accessible', async ({ page }) => {
  await page.goto('/docs')
  await expect(page.getByRole('heading', { name: 'A guide to the API' })).toBeVisible()
  await expectAccessible(page, 'en')
})

test('a page of a third origin reads nothing of the API', async ({ browser }) => {
  const elsewhere = await serveNothing()
  try {
    const foreign = `http://127.0.0.1:${(elsewhere.address() as AddressInfo).port}`

    // Nothing that is asked for from there arrives in the page, whether the browser asks first or not.
    expect(await statuses(browser, foreign)).toEqual(['refused', 'refused', 'refused'])
    // The same from where it is allowed: not signed in, not signed in, no token that is known.
    expect(await statuses(browser, adminCenter)).toEqual([401, 401, 400])
  } finally {
    elsewhere.close()
  }
})

/** What a page of that origin sees of three requests to the gateway. */
async function statuses(browser: Browser, origin: string): Promise<(number | 'refused')[]> {
  const context = await browser.newContext({ viewport: DESK })
  try {
    const page = await context.newPage()
    await page.goto(origin)
    return await page.evaluate(async (api) => {
      const form = new URLSearchParams({ grant_type: 'x', subject_token: 'x' })
      const requests: [string, RequestInit][] = [
        ['/bills', {}],
        ['/bills', { headers: { Authorization: 'Bearer x' } }],
        ['/token', { method: 'POST', body: form }],
      ]
      const seen: (number | 'refused')[] = []
      for (const [path, request] of requests) {
        seen.push(
          await fetch(api + path, request).then(
            (response) => response.status,
            () => 'refused' as const,
          ),
        )
      }
      return seen
    }, `${gateway}/api/v1`)
  } finally {
    await context.close()
  }
}

/** A page of an origin that nobody has heard of. */
function serveNothing(): Promise<Server> {
  const server = createServer((_, response) => {
    response.setHeader('Content-Type', 'text/html')
    response.end('<!doctype html><title>Elsewhere</title>')
  })
  return new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => resolve(server))
  })
}
