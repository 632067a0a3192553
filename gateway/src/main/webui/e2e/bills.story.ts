import { expectAccessible } from './axe'
import { Clerk } from './clerk'
import { arriveSignedIn, DESK, expect, expectNoOverflow, PHONE, test } from './story'
import { activeCustomer, bill, type Order, pay, refund, someAddress } from './suite'

/** Payers and products as a platform may send them. */
const NAMES = [
  ['<img src=x onerror="console.error(1)">', '<script>console.error(2)</script>'],
  ['W'.repeat(200), 'Office'.repeat(33)],
  ['发票🧾有限公司👩‍👩‍👧‍👦', '🧾'.repeat(60)],
  ['\u202Eشركة المثال', 'اشتراك ‏سنوي‎ 365'],
] as const

test.describe('in Chinese on a phone', () => {
  test.use({ locale: 'zh-CN', viewport: PHONE })

  test('a notice that none can be issued stands on each page until it is withdrawn @alone', async ({
    page,
    t,
  }) => {
    const lead = await Clerk.signedIn('LEAD')
    const inFiveDays = new Date(Date.now() + 5 * 86_400_000)
    inFiveDays.setUTCHours(1, 30, 0, 0)
    const said = '发票用纸已用完，新的用纸正在途中。'
    const { id } = await lead.publishNotice(
      {
        'zh-CN': said,
        en: 'The forms have run out, new ones are on their way.',
        de: 'Die Vordrucke sind aufgebraucht, neue sind unterwegs.',
      },
      inFiveDays,
    )
    try {
      const day = `${inFiveDays.getUTCMonth() + 1}月${inFiveDays.getUTCDate()}日`
      for (const path of ['/', '/sign-in']) {
        await page.goto(path)
        await expect(page.getByText(t.notice.all)).toBeVisible()
        await expect(page.getByText(said)).toBeVisible()
        await expect(page.getByText(new RegExp(`${day}.*09:30`))).toBeVisible()
      }
      await expectAccessible(page, 'zh-CN')
    } finally {
      await lead.withdrawNotice(id)
    }
    await page.reload()
    await expect(page.getByLabel(t.fields.email)).toBeVisible()
    await expect(page.getByText(said)).toBeHidden()
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
    await arriveSignedIn(page, email)
    await page.goto('/bills')
    const row = page.getByRole('row', { name: refunded.orderNumber })
    await expect(row.getByText('The order was refunded.')).toBeVisible()
    await expect(row.getByRole('link', { name: t.bills.apply })).toHaveCount(0)
    const waiting = page.getByRole('row', { name: fresh.orderNumber })
    await expect(waiting.getByText(/Can be applied for from .+ \(in [12] d \d+ h\)/)).toBeVisible()
    await page.goto(`/apply/${billId}`)
    await expect(
      page.getByRole('heading', { name: t.apply.unavailable, exact: true }),
    ).toBeVisible()
  })
})

test.describe('in German on a phone', () => {
  test.use({ locale: 'de', viewport: PHONE })

  test('whatever a payer and a product are called, it is text and breaks no page', async ({
    page,
  }) => {
    const email = someAddress()
    const customerId = `names-${crypto.randomUUID()}`
    const orders = await Promise.all(
      NAMES.map(([payer, product]) => pay({ email, customerId, payer, product })),
    )
    const token = await activeCustomer(orders[0] as Order)
    const bills = await Promise.all(orders.map((order) => bill(token, order)))
    await arriveSignedIn(page, email)
    for (const viewport of [PHONE, DESK]) {
      await page.setViewportSize(viewport)
      await page.goto('/bills')
      for (const [payer, product] of NAMES) {
        await expect(page.getByText(payer, { exact: true })).toBeVisible()
        await expect(page.getByText(product, { exact: true })).toBeVisible()
      }
      await expectNoOverflow(page)
      await page.goto(`/apply/${bills.join(',')}`)
      await expect(page.getByText(NAMES[0][1])).toBeVisible()
      await expectNoOverflow(page)
    }
  })
})
