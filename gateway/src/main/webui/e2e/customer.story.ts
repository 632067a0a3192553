import { readFile } from 'node:fs/promises'
import type { Download, Page } from '@playwright/test'
import { de } from '../src/texts/de'
import { arriveSignedIn, DESK, expect, fillSignIn, PHONE, signIn, test } from './story'
import { activeCustomer, asCustomer, customerWithBill, PASSWORD, PAYER, pay, TAX_ID } from './suite'
import { expectStep, next } from './wizard'

const NEW_PASSWORD = 'seven quiet herons at dawn'

test.describe('in Chinese on a phone', () => {
  test.use({ locale: 'zh-CN', viewport: PHONE })

  test('an order is found, looked at, and its PDF opened', async ({ page, t }) => {
    const order = await pay({ amount: '560.00' })
    await activeCustomer(order)
    await arriveSignedIn(page, order.email)
    await page.goto('/bills')
    await page.getByRole('button', { name: t.nav.accountMenu }).click()
    await page.getByRole('menuitem', { name: t.nav.orders }).click()
    await expect(page.getByRole('heading', { name: t.orders.title })).toBeVisible()
    await page.getByRole('link', { name: order.orderNumber, exact: true }).click()
    await expect(page.getByRole('heading', { name: order.orderNumber })).toBeVisible()
    await expect(page.getByText('¥560.00')).toBeVisible()
    await expect(page.getByText(PAYER)).toBeVisible()
    const saved = page.waitForEvent('download')
    await page.getByRole('button', { name: t.orders.pdf }).click()
    const pdf = await saved
    expect(pdf.suggestedFilename()).toBe(`${order.orderNumber}.pdf`)
    expect((await contentOf(pdf)).subarray(0, 5).toString()).toBe('%PDF-')
  })
})

test.describe('in German on a desk', () => {
  test.use({ locale: 'de', viewport: DESK })

  test('a title is added, corrected, made the default, used and deleted', async ({ page, t }) => {
    const { email, billId } = await customerWithBill()
    await arriveSignedIn(page, email)
    await page.goto('/titles')
    await page.getByRole('link', { name: t.titles.add }).click()

    // What is wrong stands at its field, as in the wizard.
    await page.getByLabel(t.apply.name).fill('北京样例贸易有限公司')
    await page.getByLabel(t.apply.taxpayerId).fill('91310106552993944A')
    await page.getByRole('button', { name: t.common.save }).click()
    await expect(page.getByText(t.apply.tax.checkDigit)).toBeVisible()
    await page.getByLabel(t.apply.taxpayerId).fill(TAX_ID)
    await page.getByRole('button', { name: t.common.save }).click()
    await expect(page.getByText(t.titles.saved)).toBeVisible()

    // The same once more is refused at the name; another one is taken.
    await page.getByRole('link', { name: t.titles.add }).click()
    await page.getByRole('radio', { name: t.apply.INDIVIDUAL }).check()
    await page.getByLabel(t.apply.name).fill('王小明')
    await page.getByRole('button', { name: t.common.save }).click()
    await page.getByRole('link', { name: `${t.common.edit}: 王小明` }).click()
    await page.getByRole('radio', { name: t.apply.ORGANIZATION }).check()
    await page.getByLabel(t.apply.name).fill('北京样例贸易有限公司')
    await page.getByLabel(t.apply.taxpayerId).fill(TAX_ID)
    await page.getByRole('button', { name: t.common.save }).click()
    await expect(page.getByLabel(t.apply.name)).toHaveAttribute('aria-invalid', 'true')
    await page.getByLabel(t.apply.name).fill('上海样例贸易有限公司')
    await page.getByRole('button', { name: t.common.save }).click()
    await page.getByRole('button', { name: `${t.titles.makeDefault}: 上海` }).click()
    const card = page.getByRole('listitem').filter({ hasText: '上海样例贸易有限公司' })
    await expect(card.getByText(t.titles.default, { exact: true })).toBeVisible()

    // An application begins with the default; the other is one choice away.
    await page.goto(`/apply/${billId}`)
    await next(page, t)
    await expectStep(page, t, 'information')
    await expect(page.getByLabel(t.apply.name)).toHaveValue('上海样例贸易有限公司')
    await page.getByLabel(t.apply.titleLibrary).click()
    await page.getByTitle(`北京样例贸易有限公司 · ${TAX_ID}`).click()
    await expect(page.getByLabel(t.apply.name)).toHaveValue('北京样例贸易有限公司')
    await expect(page.getByLabel(t.apply.taxpayerId)).toHaveValue(TAX_ID)

    await page.goto('/titles')
    await page.getByRole('button', { name: `${t.titles.delete}: 上海` }).click()
    await page.getByRole('dialog').getByRole('button', { name: t.titles.delete }).click()
    await expect(card).toHaveCount(0)
    await expect(page.getByText('北京样例贸易有限公司')).toBeVisible()
  })
})

test.describe('in English on a desk', () => {
  test.use({ locale: 'en', viewport: DESK })

  test('an account: another device signed out, language, data, password, and erased for good', async ({
    page,
    t,
    stranger,
  }) => {
    const { email, orderNumber, token } = await customerWithBill()
    await asCustomer(token, 'POST', '/titles', { titleType: 'INDIVIDUAL', name: '王小明' })
    await arriveSignedIn(stranger, email)
    await stranger.goto('/bills')
    await expect(stranger.getByRole('heading', { name: t.bills.title, exact: true })).toBeVisible()

    // Given they see three devices, their own among them
    await arriveSignedIn(page, email)
    await page.goto('/account')
    const devices = page.getByRole('listitem').filter({ hasText: t.sessions.lastUsed })
    await expect(devices).toHaveCount(3)
    await expect(devices.filter({ hasText: t.sessions.current })).toHaveCount(1)

    // When they end the other browser's
    await devices.filter({ hasText: 'Chrome' }).getByRole('button').click()

    // Then it is asked to sign in, and theirs goes on
    await expect(devices).toHaveCount(2)
    await stranger.goto('/applications')
    await expect(stranger.getByRole('heading', { name: t.signIn.title, exact: true })).toBeVisible()

    // When
    await taken(page, () => page.getByRole('radio', { name: 'Deutsch' }).check())

    // Then mails are in German, while the page stays as it is
    await page.reload()
    await expect(page.getByRole('radio', { name: 'Deutsch' })).toBeChecked()
    await expect(page.getByRole('heading', { name: t.account.language, exact: true })).toBeVisible()

    // When they choose another language for all, and think again
    await taken(page, () => page.getByRole('button', { name: 'Deutsch' }).click())
    await expect(page.getByRole('heading', { name: de.account.language })).toBeVisible()
    await expect(page.locator('html')).toHaveAttribute('lang', 'de')
    await page.getByRole('button', { name: 'English' }).click()

    // Then mails follow
    await expect(page.getByRole('heading', { name: t.account.language, exact: true })).toBeVisible()
    await expect(page.getByRole('radio', { name: 'English' })).toBeChecked()

    // When
    const saved = page.waitForEvent('download')
    await page.getByRole('button', { name: t.account.export }).click()

    // Then
    const data = JSON.parse((await contentOf(await saved)).toString())
    expect(data.account.email).toBe(email)
    expect(data.orders[0].orderNumber).toBe(orderNumber)
    expect(data.bills).toHaveLength(1)
    expect(data.titles[0].name).toBe('王小明')
    expect(data.sessions).toHaveLength(2)

    // When they change the password
    await page.getByLabel(t.fields.currentPassword).last().fill(PASSWORD)
    await page.getByLabel(t.fields.newPassword).fill(NEW_PASSWORD)
    await page.getByRole('button', { name: t.account.changePassword }).click()

    // Then they sign in with it, and are where they were
    await expect(page.getByText(t.signIn.changed)).toBeVisible()
    await fillSignIn(page, t, email, NEW_PASSWORD)
    await expect(devices).toHaveCount(1)

    // When they erase it, at the second try with the right address
    await page.getByRole('link', { name: t.erase.title }).click()
    await page.getByLabel(t.erase.confirm).fill('somebody@contoso.example')
    await page.getByRole('button', { name: t.erase.submit }).click()
    await expect(page.getByText(t.erase.differs)).toBeVisible()
    await page.getByLabel(t.erase.confirm).fill(email)
    await page.getByRole('button', { name: t.erase.submit }).click()

    // Then it is gone, and nobody signs in with it any more
    await expect(page.getByRole('heading', { name: t.erased.title, exact: true })).toBeVisible()
    await signIn(page, t, email, NEW_PASSWORD)
    await expect(page.getByRole('alert')).toBeVisible()
    await expect(page).toHaveURL(/\/sign-in$/)
  })
})

/** Does what changes the account, and waits until that is done. */
async function taken(page: Page, change: () => Promise<void>) {
  const answer = page.waitForResponse((response) => response.request().method() === 'PATCH')
  await change()
  await answer
}

async function contentOf(download: Download): Promise<Buffer> {
  return readFile(await download.path())
}
