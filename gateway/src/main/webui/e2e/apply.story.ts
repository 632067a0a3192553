import { DESK, expect, expectAccessible, fillSignIn, PHONE, signIn, test } from './story'
import {
  activeCustomer,
  bill,
  type Order,
  PASSWORD,
  PAYER,
  pay,
  refund,
  someAddress,
  TAX_ID,
} from './suite'
import { confirm, expectStep, fillPerson, fillPickup, next, walkToReview } from './wizard'

/** A customer whose bill can be applied for. */
async function customerWithBill(
  payment: Parameters<typeof pay>[0] = {},
): Promise<Order & { token: string; billId: string }> {
  const order = await pay(payment)
  const token = await activeCustomer(order)
  return { ...order, token, billId: await bill(token, order) }
}

test.describe('in Chinese on a phone', () => {
  test.use({ locale: 'zh-CN', viewport: PHONE })

  test('several bills go on one Fapiao', async ({ page, t }) => {
    const email = someAddress()
    const customerId = `several-${crypto.randomUUID()}`
    const first = await pay({ email, customerId, amount: '1270.00' })
    const second = await pay({ email, customerId, amount: '730.50' })
    const token = await activeCustomer(first)
    await bill(token, first)
    await bill(token, second)
    await signIn(page, t, email, PASSWORD)
    for (const order of [first, second]) {
      await page.getByRole('checkbox', { name: order.orderNumber }).check()
    }
    await expect(page.getByText('¥2,000.50')).toBeVisible()
    await page.getByRole('button', { name: '为 2 张账单申请开票' }).click()
    await walkToReview(page, t)
    await expect(page.getByText('¥2,000.50')).toBeVisible()
    await confirm(page, t)
  })

  test('a notice that none can be issued stands on each page with the expected day', async ({
    page,
    t,
  }) => {
    // The browser is given what the API answers while a notice is out.
    await page.route('**/api/v1/notices', (route) =>
      route.fulfill({
        json: {
          items: [
            {
              id: crypto.randomUUID(),
              text: '发票用纸已用完，新的用纸正在途中。',
              expectedIssueAt: '2026-12-04T01:30:00Z',
              publishedAt: '2026-11-29T01:30:00Z',
            },
          ],
        },
      }),
    )
    await page.goto('/')
    await expect(page.getByText(t.notice.all)).toBeVisible()
    await expect(page.getByText('发票用纸已用完，新的用纸正在途中。')).toBeVisible()
    await expect(page.getByText(/12月4日.*09:30/)).toBeVisible()
    await expectAccessible(page)
  })

  test('an access token that ends in the middle of the wizard is not noticed @short-tokens', async ({
    page,
    t,
  }) => {
    test.setTimeout(180_000)
    const { email, billId } = await customerWithBill()
    await signIn(page, t, email, PASSWORD)
    await expect(page.getByRole('heading', { name: t.bills.title })).toBeVisible()
    await page.goto(`/apply/${billId}`)
    await expectStep(page, t, 'type')
    await next(page, t)
    await fillPerson(page, t, '王小明')
    await page.waitForResponse(
      (response) => response.url().endsWith('/sessions/refresh') && response.ok(),
      { timeout: 90_000 },
    )
    await next(page, t)
    await fillPickup(page, t)
    await next(page, t)
    await expectStep(page, t, 'review')
    await confirm(page, t)
  })
})

test.describe('in English on a phone', () => {
  test.use({ locale: 'en', viewport: PHONE, timezoneId: 'Europe/Berlin' })

  test('a part of a bill is invoiced, the rest stays; promises name the time in Beijing too', async ({
    page,
    t,
  }) => {
    const { email, billId, orderNumber } = await customerWithBill()
    await signIn(page, t, email, PASSWORD)
    await expect(page.getByRole('heading', { name: t.bills.title })).toBeVisible()
    await page.goto(`/apply/${billId}`)
    await page.getByRole('checkbox', { name: t.apply.partial }).check()
    await page.getByLabel(`Amount for order ${orderNumber}`).fill('2000')
    await next(page, t)
    await fillPerson(page, t, 'Wang Xiaoming')
    await next(page, t)
    await fillPickup(page, t)
    await next(page, t)

    // Too much: refused at the field, two steps back.
    await expectStep(page, t, 'type')
    await expect(page.getByText('Must be at most 1270.00', { exact: false })).toBeVisible()
    await page.getByLabel(`Amount for order ${orderNumber}`).fill('¥1,000')
    await next(page, t)
    await next(page, t)
    await next(page, t)
    await expectStep(page, t, 'review')
    await expect(page.getByText('¥1,000.00').first()).toBeVisible()
    await expect(page.getByText(/10:30 \(.* 17:30 Beijing time\)/)).toBeVisible()
    await confirm(page, t)
    await page.getByRole('link', { name: t.apply.toBills }).click()
    await expect(page.getByText('¥270.00 left to invoice')).toBeVisible()
  })

  test('back and reload keep what was typed, at each step; leaving asks', async ({ page, t }) => {
    const { email, billId } = await customerWithBill()
    await signIn(page, t, email, PASSWORD)
    await expect(page.getByRole('heading', { name: t.bills.title })).toBeVisible()
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

  test('names with markup, emoji or 200 characters are refused at the field and break no page', async ({
    page,
    t,
  }) => {
    const { email, billId } = await customerWithBill()
    await signIn(page, t, email, PASSWORD)
    await expect(page.getByRole('heading', { name: t.bills.title })).toBeVisible()
    await page.goto(`/apply/${billId}`)
    await next(page, t)
    await fillPerson(page, t, '<b onclick="alert(1)">王</b>')
    await next(page, t)
    await fillPickup(page, t)
    await next(page, t)
    await expectStep(page, t, 'information')
    await expect(page.getByText('May have letters, digits, spaces', { exact: false })).toBeVisible()
    for (const name of ['发票🧾有限公司', `${'W'.repeat(200)}`, '\u202Eشركة\u202C']) {
      await page.getByLabel(t.apply.name).fill(name)
      await next(page, t)
      await next(page, t)
      await expectStep(page, t, 'information')
      await expect(page.getByLabel(t.apply.name)).toHaveAttribute('aria-invalid', 'true')
      await expectNoOverflow(page)
    }
    // Arabic itself is a name like any other.
    await page.getByLabel(t.apply.name).fill('شركة المثال')
    await next(page, t)
    await next(page, t)
    await expectStep(page, t, 'review')
    await expect(page.getByText('شركة المثال')).toBeVisible()
    await expectNoOverflow(page)
  })
})

test.describe('in Chinese on a desk', () => {
  test.use({ locale: 'zh-CN', viewport: DESK })

  test('a special Fapiao: what is wrong with the tax ID is said while typing, then it is right', async ({
    page,
    t,
  }) => {
    const { email, billId } = await customerWithBill()
    await signIn(page, t, email, PASSWORD)
    await expect(page.getByRole('heading', { name: t.bills.title })).toBeVisible()
    await page.goto(`/apply/${billId}`)
    await page.getByRole('radio', { name: t.apply.special }).check()
    await next(page, t)
    await expect(page.getByRole('radio', { name: t.apply.INDIVIDUAL })).toBeDisabled()
    await page.getByLabel(t.apply.taxpayerId).fill('91310106552993944A')
    await expect(page.getByText(t.apply.tax.checkDigit)).toBeVisible()
    await page.getByLabel(t.apply.address).fill('上海市浦东新区科苑路88号')
    await page.getByLabel(t.apply.phone).fill('021-28986102')
    await page.getByLabel(t.apply.bankName).fill('中国银行上海分行')
    await page.getByLabel(t.apply.bankAccount).fill('4350 6000 1234 5678')
    await page.getByRole('checkbox', { name: t.apply.saveTitle }).check()
    await next(page, t)
    await expectStep(page, t, 'information')
    await page.getByLabel(t.apply.taxpayerId).fill(TAX_ID)
    await expect(page.getByText(t.apply.tax.organisation)).toBeVisible()
    await expectAccessible(page)
    await next(page, t)
    await fillPickup(page, t)
    await next(page, t)
    await expectStep(page, t, 'review')
    await expect(page.getByText(TAX_ID)).toBeVisible()
    await confirm(page, t)
    await expect(page.getByText(t.apply.savedTitle)).toBeVisible()
  })
})

test.describe('in German on a phone', () => {
  test.use({ locale: 'de', viewport: PHONE })

  test('for a refund the title has to be the payer: refused, then right', async ({ page, t }) => {
    const { email, billId } = await customerWithBill()
    await signIn(page, t, email, PASSWORD)
    await expect(page.getByRole('heading', { name: t.bills.title })).toBeVisible()
    await page.goto(`/apply/${billId}`)
    await next(page, t)
    await page.getByRole('radio', { name: t.apply.REFUND }).check()
    await page.getByLabel(t.apply.name).fill('北京样例贸易有限公司')
    await page.getByLabel(t.apply.taxpayerId).fill(TAX_ID)
    await expect(page.getByText(t.apply.payerDiffers)).toBeVisible()
    await next(page, t)
    await fillPickup(page, t)
    await next(page, t)
    await expectStep(page, t, 'information')
    await expect(page.getByText('Muss für diesen Zweck', { exact: false })).toBeVisible()
    await page.getByRole('button', { name: t.apply.payerTake }).click()
    await expect(page.getByText(t.apply.payerSame)).toBeVisible()
    await next(page, t)
    await next(page, t)
    await expectStep(page, t, 'review')
    await expect(page.getByText(`Mit dem Zahler verglichen: ${PAYER}.`)).toBeVisible()
    await confirm(page, t)
  })
})

test.describe('in English on a desk', () => {
  test.use({ locale: 'en', viewport: DESK })

  test('a bill that is refunded or still synchronising says why and offers nothing', async ({
    page,
    t,
  }) => {
    const email = someAddress()
    const customerId = `blocked-${crypto.randomUUID()}`
    const refunded = await pay({ email, customerId })
    const fresh = await pay({ email, customerId, daysAgo: 1 })
    const token = await activeCustomer(refunded)
    await bill(token, refunded)
    await refund(refunded.orderNumber)
    const billId = await bill(token, refunded, 'BLOCKED')
    await signIn(page, t, email, PASSWORD)
    const row = page.getByRole('row', { name: refunded.orderNumber })
    await expect(row.getByText('The order was refunded.')).toBeVisible()
    await expect(row.getByRole('link')).toHaveCount(0)
    const waiting = page.getByRole('row', { name: fresh.orderNumber })
    await expect(waiting.getByText(/Can be applied for from .+ \(in [12] d \d+ h\)/)).toBeVisible()
    await page.goto(`/apply/${billId}`)
    await expect(page.getByRole('heading', { name: t.apply.unavailable })).toBeVisible()
    await expectAccessible(page)
  })

  test('the second of two tabs learns that the bill is applied for', async ({
    page,
    t,
    context,
  }) => {
    const { email, billId } = await customerWithBill()
    await signIn(page, t, email, PASSWORD)
    await expect(page.getByRole('heading', { name: t.bills.title })).toBeVisible()
    const other = await context.newPage()
    for (const tab of [page, other]) {
      await tab.goto(`/apply/${billId}`)
      await walkToReview(tab, t)
    }
    await confirm(page, t)
    await other.getByRole('button', { name: t.apply.confirm, exact: true }).click()
    await expect(other.getByText('Already applied for')).toBeVisible()
  })

  test('a session that has ended brings back to the step it ended in', async ({
    page,
    t,
    context,
  }) => {
    const { email, billId } = await customerWithBill()
    await signIn(page, t, email, PASSWORD)
    await expect(page.getByRole('heading', { name: t.bills.title })).toBeVisible()
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

  test('while nobody answers the pages say so, and go on when somebody does', async ({
    page,
    t,
  }) => {
    const { email, billId } = await customerWithBill()
    await signIn(page, t, email, PASSWORD)
    await expect(page.getByRole('heading', { name: t.bills.title })).toBeVisible()
    await page.goto(`/apply/${billId}`)
    await walkToReview(page, t)
    let down = true
    const keys: (string | undefined)[] = []
    await page.route('**/api/v1/**', (route) => {
      if (route.request().url().endsWith('/confirmation')) {
        keys.push(route.request().headers()['idempotency-key'])
      }
      return down ? route.abort('connectionrefused') : route.continue()
    })
    await page.getByRole('button', { name: t.apply.confirm, exact: true }).click()
    await expect(page.getByText(t.problem.unreachable)).toBeVisible()
    down = false
    await confirm(page, t)

    // The second try is the same request, so that it can have been taken the first time.
    expect(keys).toHaveLength(2)
    expect(keys[0]).toBe(keys[1])
    down = true
    await page.goto('/bills')
    await expect(page.getByText(t.problem.unreachable)).toBeVisible()
    down = false
    await page.getByRole('button', { name: t.common.retry }).click()
    await expect(page.getByText('¥1,270.00')).toBeVisible()
  })
})

async function expectNoOverflow(page: import('@playwright/test').Page) {
  expect(
    await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth),
  ).toBeLessThanOrEqual(0)
}
