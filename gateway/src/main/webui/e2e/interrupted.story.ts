import type { Response } from '@playwright/test'
import { kill } from './launcher'
import { arriveSignedIn, DESK, expect, fillSignIn, PHONE, test } from './story'
import { customerWithBill, PASSWORD } from './suite'
import { confirm, expectStep, fillPerson, fillPickup, next, walkToReview } from './wizard'

test.describe('in English on a phone', () => {
  test.use({ locale: 'en', viewport: PHONE })

  test('back and reload keep what was typed, at each step; leaving asks', async ({ page, t }) => {
    const { email, billId } = await customerWithBill()
    await arriveSignedIn(page, email)
    await page.goto(`/apply/${billId}`)
    await expectStep(page, t, 'type')
    await page.getByRole('radio', { name: t.apply.electronic }).check()
    await page.reload()
    await expect(page.getByRole('radio', { name: t.apply.electronic })).toBeChecked()
    await page.getByRole('radio', { name: t.apply.paperText }).check()
    await next(page, t)
    await fillPerson(page, t, '王小明')
    await page.reload()
    await expect(page.getByLabel(t.apply.name)).toHaveValue('王小明')
    await next(page, t)
    await fillPickup(page, t)
    await page.reload()
    await expect(page.getByLabel(t.apply.collector)).toHaveValue('王小明')
    await next(page, t)
    await expectStep(page, t, 'review')
    await page.reload()
    await expectStep(page, t, 'review')
    await page.goBack()
    await expectStep(page, t, 'shipping')
    await page.goBack()
    await expect(page.getByLabel(t.apply.name)).toHaveValue('王小明')
    await page.goForward()
    await page.goForward()
    await expectStep(page, t, 'review')
    await page.getByRole('link', { name: t.nav.bills }).click()
    await page.getByRole('button', { name: t.apply.leaveNo }).click()
    await expectStep(page, t, 'review')
    await confirm(page, t)
    await page.reload()
    await expect(page.getByText(t.apply.confirmed)).toBeVisible()
  })
})

test.describe('in English on a desk', () => {
  test.use({ locale: 'en', viewport: DESK })

  test('the second of two tabs learns that the bill is applied for', async ({
    page,
    t,
    context,
  }) => {
    const { email, billId } = await customerWithBill()
    await arriveSignedIn(page, email)
    const other = await context.newPage()
    for (const tab of [page, other]) {
      await tab.goto(`/apply/${billId}`)
      await walkToReview(tab, t)
    }
    await confirm(page, t)
    await other.getByRole('button', { name: t.apply.confirm, exact: true }).click()
    const problem = other.getByRole('alert').filter({ hasText: 'Already applied for' })
    await expect(problem.getByText(/^Trace ID [0-9a-f]{32}$/)).toBeVisible()
    await expect(problem.getByRole('button', { name: t.common.copy })).toBeVisible()
  })

  test('a session that has ended brings back to the step it ended in', async ({
    page,
    t,
    context,
  }) => {
    const { email, billId } = await customerWithBill()
    await arriveSignedIn(page, email)
    await page.goto(`/apply/${billId}`)
    await next(page, t)
    await fillPerson(page, t, 'Wang Xiaoming')
    await context.clearCookies()
    await page.reload()
    await expect(page.getByText(t.signIn.ended)).toBeVisible()
    await fillSignIn(page, t, email, PASSWORD)
    await expect(page.getByLabel(t.apply.name)).toHaveValue('Wang Xiaoming')
  })
})

test.describe('in German on a desk', () => {
  test.use({ locale: 'de', viewport: DESK })

  test('who is offline is told so, and what was asked for comes once there is a connection', async ({
    page,
    t,
  }) => {
    const { email, orderNumber } = await customerWithBill()
    await arriveSignedIn(page, email)
    let down = true
    await page.route('**/api/v1/bills*', (route) =>
      down ? route.abort('connectionrefused') : route.continue(),
    )
    await page.goto('/bills')
    await expect(page.getByText(t.problem.unreachable)).toBeVisible()
    down = false
    await page.getByRole('button', { name: t.common.retry }).click()
    await expect(page.getByText(orderNumber)).toBeVisible()
    await page.context().setOffline(true)
    await expect(page.getByText(t.problem.offline)).toBeVisible()
    await expect(page.getByText(orderNumber)).toBeVisible()
    await page.context().setOffline(false)
    await expect(page.getByText(t.problem.offline)).toBeHidden()
  })

  test('a service that is away for a while is said to be, and then goes on where it was @alone', async ({
    page,
    t,
  }) => {
    // Given
    const { email, billId } = await customerWithBill()
    await arriveSignedIn(page, email)
    await page.goto(`/apply/${billId}`)
    await walkToReview(page, t)
    const keys = new Set<string | undefined>()
    page.on('request', (request) => {
      if (request.url().endsWith('/confirmation')) {
        keys.add(request.headers()['idempotency-key'])
      }
    })
    const button = page.getByRole('button', { name: t.apply.confirm, exact: true })

    // When
    kill('fapiao')
    await button.click()

    // Then
    const problem = page.getByRole('alert').filter({ hasText: /Vorgangskennung [0-9a-f]{32}/ })
    await expect(problem).toBeVisible()
    await expect(page.getByText('¥1,270.00').first()).toBeVisible()
    const done = page.getByText(t.apply.confirmed)
    await expect(async () => {
      if (!(await done.isVisible())) {
        await button.click({ timeout: 5_000 })
      }
      await expect(done).toBeVisible({ timeout: 5_000 })
    }).toPass({ timeout: 120_000 })
    // Each try is the same request, so that the first can have been taken.
    expect(keys.size).toBe(1)
  })
})

test.describe('in Chinese on a phone', () => {
  test.use({ locale: 'zh-CN', viewport: PHONE })

  test('an access token that ends in the middle of the wizard is not noticed', async ({
    page,
    t,
  }) => {
    const { email, billId } = await customerWithBill()
    await arriveSignedIn(page, email)
    const issued = page.waitForResponse(isRefresh)
    await page.goto(`/apply/${billId}`)
    const { expiresIn } = await (await issued).json()
    const end = Date.now() + expiresIn * 1000
    await expectStep(page, t, 'type')
    await next(page, t)
    await fillPerson(page, t, '王小明')
    await expect
      .poll(() => Date.now() > end, { message: 'the token ends', timeout: 60_000 })
      .toBe(true)
    const renewed = page.waitForResponse(isRefresh)
    await next(page, t)
    await fillPickup(page, t)
    await next(page, t)
    await expectStep(page, t, 'review')
    expect((await renewed).ok()).toBe(true)
    await confirm(page, t)
  })
})

function isRefresh(response: Response): boolean {
  return response.url().endsWith('/sessions/refresh') && response.request().method() === 'POST'
}
