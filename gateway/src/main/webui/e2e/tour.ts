import type { Page } from '@playwright/test'
import type { Texts } from '../src/texts/en'
import type { Showcase } from './showcase'
import { expect, fillSignIn } from './story'
import { PASSWORD } from './suite'
import { expectStep, next } from './wizard'

/** What is done with a page, or a state of one, that is shown in full. */
export type Look = (name: string) => Promise<void>

/** Each page that anybody can read, and what it says when something is wrong. */
export async function visitOpenPages(page: Page, t: Texts, look: Look, email: string) {
  const open = opener(page, look)
  await open('/', 'front')
  await open('/register#order=E0700K3M9Q', 'register')
  await page.locator('form').getByRole('button', { name: t.register.submit }).click()
  await expect(page.getByText(t.common.missing).first()).toBeVisible()
  await look('register-missing')
  await open('/activate#token=x', 'activate')
  await page.getByRole('button', { name: t.activate.submit }).click()
  await expect(page.getByText(t.activate.lost)).toBeVisible()
  await look('activate-lost')
  await open('/email-change#token=x', 'email-change')
  await open('/claims#token=x', 'claims')
  await open('/claims', 'claims-without-link')
  await open('/forgotten', 'forgotten')
  await open('/resend', 'resend')
  await open('/help', 'help')
  await open('/erased', 'erased')
  await open('/nowhere', 'not-found')
  await open('/sign-in', 'sign-in')
  await fillSignIn(page, t, email, 'not the password')
  await expect(page.getByRole('alert')).toBeVisible()
  await look('sign-in-refused')
}

/** Each page of a customer, from the bills to the account; begins signed out, on the sign-in page. */
export async function visitOwnPages(page: Page, t: Texts, look: Look, shown: Showcase) {
  const open = opener(page, look)
  await page.goto('/sign-in')
  await fillSignIn(page, t, shown.email, PASSWORD)
  await expect(page.getByText(t.bills.status.INVOICEABLE).first()).toBeVisible()
  await look('bills')
  await page.goto(`/apply/${shown.open}`)
  await page.getByRole('radio', { name: t.apply.special }).check()
  await page.getByRole('checkbox', { name: t.apply.partial }).check()
  await look('apply-type')
  await page.getByRole('checkbox', { name: t.apply.partial }).uncheck()
  await next(page, t)
  await expectStep(page, t, 'information')
  await page.getByRole('radio', { name: t.apply.REFUND }).check()
  await page.getByLabel(t.apply.name).fill('北京样例贸易有限公司')
  await page.getByLabel(t.apply.taxpayerId).fill('91310106552993944A')
  await next(page, t)
  await expect(page.getByText(t.apply.tax.checkDigit).first()).toBeVisible()
  await look('apply-information')
  await open(`/apply/${shown.draft}`, 'apply-not-found')
  await open(`/apply/${shown.refunded}`, 'apply-unavailable')
  await page.goto(`/applications/${shown.draft}`)
  await expect(page.getByText('¥86,400.00').first()).toBeVisible()
  await look('apply-review')
  await page.getByRole('button', { name: t.common.back }).click()
  await expectStep(page, t, 'shipping')
  await look('apply-shipping')
  await page.getByRole('radio', { name: t.apply.methods.PICKUP }).check()
  await expect(page.getByText(t.apply.branchHours)).toBeVisible()
  await look('apply-shipping-pickup')
  await open('/applications', 'applications')
  await page.goto(`/applications/${shown.submitted}`)
  await page.getByRole('button', { name: t.application.cancel }).click()
  await expect(page.getByText(t.application.cancelText)).toBeVisible()
  await look('application-cancel')
  await page.getByRole('button', { name: t.application.cancelNo }).click()
  await expect(page.getByText(t.application.cancelText)).toBeHidden()
  await look('application-submitted')
  await page.goto(`/applications/${shown.mailedOut}`)
  await expect(page.getByText('SF1234567890123').first()).toBeVisible()
  await look('application-mailed-out')
  await page.goto('/fapiaos')
  await expect(page.getByRole('cell', { name: '上海示例科技有限公司' })).toBeVisible()
  await look('fapiaos')
  await open('/orders', 'orders')
  await open(`/orders/${shown.refundedOrder}`, 'order')
  await open('/support', 'support')
  await page.goto(`/support/new?kind=SPLIT&bill=${shown.open}`)
  await page.getByLabel(t.support.amount).first().fill('1000')
  await page.getByRole('button', { name: t.support.send }).click()
  await expect(page.getByText(t.common.missing).first()).toBeVisible()
  await look('support-new-split')
  await page.goto(`/support/${shown.titleChange}`)
  await expect(
    page.getByRole('heading', { name: t.support.returnAddress, exact: true }),
  ).toBeVisible()
  await look('support-title-change')
  await page.goto(`/support/${shown.split}`)
  await expect(page.getByRole('link', { name: t.support.confirmPart })).toHaveCount(2)
  await look('support-split')
  await open('/titles', 'titles')
  await page.goto('/titles/new')
  await page.getByRole('button', { name: t.common.save }).click()
  await expect(page.getByText(t.common.missing).first()).toBeVisible()
  await look('title-missing')
  await page.goto('/account')
  await expect(page.getByLabel(t.fields.newEmail)).toBeVisible()
  await expect(page.getByText(t.sessions.current)).toBeVisible()
  await look('account')
  await page.getByRole('button', { name: t.nav.accountMenu }).click()
  await expect(page.getByRole('menuitem', { name: t.nav.titles })).toBeVisible()
  await look('account-menu')
  await open('/account/erase', 'account-erase')
}

function opener(page: Page, look: Look) {
  return async (path: string, name: string) => {
    await page.goto(path)
    await expect(page.locator('main h1').first()).toBeVisible()
    await expect(page.locator('.skeleton')).toHaveCount(0)
    await look(name)
  }
}
