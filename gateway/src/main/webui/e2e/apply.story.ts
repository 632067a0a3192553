import { arriveSignedIn, DESK, expect, expectNoOverflow, PHONE, test } from './story'
import {
  activeCustomer,
  asCustomer,
  bill,
  customerWithBill,
  PAYER,
  pay,
  someAddress,
  TAX_ID,
} from './suite'
import { confirm, expectStep, fillPerson, fillPickup, next, walkToReview } from './wizard'

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
    await arriveSignedIn(page, email)
    await page.goto('/bills')
    for (const order of [first, second]) {
      await page.getByRole('checkbox', { name: order.orderNumber }).check()
    }
    await expect(page.getByText('¥2,000.50')).toBeVisible()
    await page.getByRole('button', { name: '为 2 张账单申请开票' }).click()
    await walkToReview(page, t)
    await expect(page.getByText('¥2,000.50')).toBeVisible()
    const confirmations: string[] = []
    page.on('request', (request) => {
      if (request.url().endsWith('/confirmation')) {
        confirmations.push(request.url())
      }
    })
    await page.getByRole('button', { name: t.apply.confirm, exact: true }).dblclick()
    await expect(page.getByText(t.apply.confirmed)).toBeVisible()
    expect(confirmations, 'of two clicks one counts').toHaveLength(1)
  })
})

test.describe('in English on a phone, read in Berlin', () => {
  test.use({ locale: 'en', viewport: PHONE, timezoneId: 'Europe/Berlin' })

  test('a part of a bill is invoiced, the rest stays; promises name the time in Beijing too', async ({
    page,
    t,
  }) => {
    const { email, billId, orderNumber } = await customerWithBill()
    await arriveSignedIn(page, email)
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
})

test.describe('in English on a phone', () => {
  test.use({ locale: 'en', viewport: PHONE })

  test('names with markup, emoji or 200 characters are refused at the field and break no page', async ({
    page,
    t,
  }) => {
    const { email, billId } = await customerWithBill()
    await arriveSignedIn(page, email)
    await page.goto(`/apply/${billId}`)
    await next(page, t)
    await fillPerson(page, t, '<b onclick="alert(1)">王</b>')
    await next(page, t)
    await fillPickup(page, t)
    await next(page, t)
    await expectStep(page, t, 'information')
    await expect(page.getByText(/may contain letters, numbers of any kind/i)).toBeVisible()
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
    await arriveSignedIn(page, email)
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
    // What is known is filled in: the title saved under the payer's name, the reader's address.
    const { email, token, billId } = await customerWithBill()
    const saved = { titleType: 'ORGANIZATION', name: PAYER, taxpayerId: TAX_ID }
    await asCustomer(token, 'POST', '/titles', saved)
    await arriveSignedIn(page, email)
    await page.goto(`/apply/${billId}`)
    await page.getByRole('radio', { name: t.apply.electronic }).check()
    await next(page, t)
    await expect(page.getByLabel(t.apply.taxpayerId)).toHaveValue(TAX_ID)
    await page.getByRole('radio', { name: t.apply.REFUND }).check()
    await page.getByLabel(t.apply.name).fill('北京样例贸易有限公司')
    await expect(page.getByText(t.apply.payerDiffers)).toBeVisible()
    await next(page, t)
    await expect(page.getByLabel(t.apply.recipientEmail)).toHaveValue(email)
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
    await expect(page.getByText(`dann an ${email} gesendet`)).toBeVisible()
  })
})
