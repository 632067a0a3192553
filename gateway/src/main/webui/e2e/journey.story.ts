import { Clerk } from './clerk'
import { chooseRegion, DESK, expect, fillSignIn, PHONE, test } from './story'
import { linkIn, mailTo, PASSWORD, PAYER, pay, TAX_ID } from './suite'

const WAYBILL = 'SF1234567890123'

for (const { locale, viewport } of [
  { locale: 'zh-CN', viewport: PHONE },
  { locale: 'en', viewport: DESK },
]) {
  test.describe(`${locale} at ${viewport.width}`, () => {
    test.use({ locale, viewport })

    test('from the link of the confirmation mail to Mailed out', async ({ page, t }) => {
      // Given an order that was paid four days ago
      const order = await pay()
      const confirmation = await mailTo(order.email, '/register#')

      // When its payer registers through the link
      await page.goto(linkIn(confirmation, '/register'))
      await expect(page.getByLabel(t.fields.orderNumber)).toHaveValue(order.orderNumber)
      expect(new URL(page.url()).hash).toBe('')
      await page.getByLabel(t.fields.email).fill(order.email)
      await page.getByLabel(t.fields.password, { exact: true }).fill(PASSWORD)
      await page.locator('form').getByRole('button', { name: t.register.submit }).click()
      await expect(
        page.getByRole('heading', { name: t.register.sentTitle, exact: true }),
      ).toBeVisible()

      // And activates
      await page.goto(linkIn(await mailTo(order.email, '/activate#'), '/activate'))
      await expect(page.getByRole('button', { name: t.activate.submit })).toBeVisible()
      expect(new URL(page.url()).hash).toBe('')
      await page.getByRole('button', { name: t.activate.submit }).click()
      await expect(page.getByText(t.activate.done)).toBeVisible()
      await page.locator('main').getByRole('link', { name: t.nav.signIn }).click()
      await fillSignIn(page, t, order.email, PASSWORD)

      // Then the bill is there
      const row = page.getByRole('row', { name: order.orderNumber })
      await expect(row.getByText(t.bills.status.INVOICEABLE)).toBeVisible({ timeout: 60_000 })
      await expect(row.getByText('¥1,270.00')).toBeVisible()

      // When they apply for it
      await row.getByRole('link', { name: t.bills.apply }).click()
      await expect(
        page.getByRole('heading', { name: t.apply.steps.type, exact: true }),
      ).toBeVisible()
      await page.getByRole('button', { name: t.common.next }).click()
      await expect(page.getByLabel(t.apply.name)).toHaveValue(PAYER)
      await page.getByLabel(t.apply.taxpayerId).fill(TAX_ID.toLowerCase())
      await expect(page.getByText(t.apply.tax.organisation)).toBeVisible()
      await page.getByRole('button', { name: t.common.next }).click()
      await page.getByRole('radio', { name: /SF Express|顺丰/ }).check()
      await page.getByRole('textbox', { name: t.apply.recipient }).fill('王小明')
      await page.getByLabel(t.apply.recipientPhone).fill('13800138000')
      await chooseRegion(page, t, ['上海市', '市辖区', '浦东新区'])
      await page.getByLabel(t.apply.street).fill('科苑路88号德国中心3号楼657室')
      await page.getByRole('button', { name: t.common.next }).click()

      // Then each fact is shown before anything is handed in
      await expect(page.getByRole('heading', { name: t.apply.review, exact: true })).toBeVisible()
      await expect(page.getByText(TAX_ID)).toBeVisible()
      await expect(page.getByText('上海市 浦东新区')).toBeVisible()
      await expect(page.getByText('¥1,270.00').first()).toBeVisible()
      await page.getByRole('button', { name: t.apply.confirm, exact: true }).click()
      await expect(page.getByText(t.apply.confirmed)).toBeVisible()

      // When the service centre accepts, issues and mails it out while the customer looks on
      await page.getByRole('link', { name: t.apply.toApplication }).click()
      await expect(page).toHaveURL(/\/applications\/[0-9a-f-]{36}$/)
      await expect(page.getByText(t.application.live)).toBeVisible()
      const id = new URL(page.url()).pathname.split('/').at(-1) as string
      const clerk = await Clerk.signedIn()
      await clerk.accept(id)
      const number = await clerk.issue(id)
      await clerk.mailOut(id, WAYBILL)

      // Then it is told without a reload
      await expect(page.locator('.chip').getByText(t.applications.status.MAILED_OUT)).toBeVisible()
      await expect(page.getByText(number)).toBeVisible()
      await expect(page.getByText(WAYBILL).first()).toBeVisible()
      await expect(page.getByRole('link', { name: t.application.track }).first()).toHaveAttribute(
        'href',
        new RegExp(`^https://.*${WAYBILL}`),
      )
    })
  })
}
