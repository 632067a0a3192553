import { type Showcase, showcase } from './showcase'
import { DESK, expect, fillSignIn, PHONE, TEXTS, test } from './story'
import { PASSWORD } from './suite'

const OUT = process.env.PICTURES_OUT ?? 'pictures'

let shown: Showcase

test.beforeAll(async () => {
  shown = await showcase()
})

for (const [locale, t] of Object.entries(TEXTS)) {
  for (const viewport of [PHONE, DESK]) {
    for (const colorScheme of ['light', 'dark'] as const) {
      if (colorScheme === 'dark' && locale !== 'zh-CN') {
        continue
      }
      test.describe(`${locale} ${viewport.width} ${colorScheme}`, () => {
        test.use({ locale, viewport, colorScheme })

        test('pictures', async ({ page }) => {
          const take = async (name: string) => {
            await page.evaluate(() => document.fonts.ready)
            await expect(page.locator('.skeleton')).toHaveCount(0)
            await page.screenshot({
              path: `${OUT}/${name}.${locale}.${viewport.width}.${colorScheme}.png`,
              fullPage: true,
              animations: 'disabled',
            })
          }
          const open = async (path: string, name: string) => {
            await page.goto(path)
            await page.locator('main h1').first().waitFor()
            await take(name)
          }
          await open('/', 'front')
          await open('/register#order=E0700K3M9Q', 'register')
          await open('/activate#token=x', 'activate')
          await page.getByRole('button', { name: t.activate.submit }).click()
          await page.getByText(t.activate.lost).waitFor()
          await take('activate-lost')
          await open('/email-change#token=x', 'email-change')
          await open('/claims#token=x', 'claims')
          await open('/forgotten', 'forgotten')
          await open('/resend', 'resend')
          await open('/help', 'help')
          await open('/nowhere', 'not-found')
          await open('/sign-in', 'sign-in')
          await fillSignIn(page, t, shown.email, 'wrong password here')
          await page.getByRole('alert').first().waitFor()
          await take('sign-in-refused')
          await fillSignIn(page, t, shown.email, PASSWORD)
          await page.getByText(t.bills.status.INVOICEABLE).first().waitFor()
          await take('bills')
          await page.goto(`/apply/${shown.open}`)
          await page.getByText(t.apply.partial).waitFor()
          await page.getByText(t.apply.special, { exact: true }).click()
          await page.getByText(t.apply.partial).click()
          await take('apply-type')
          await page.getByText(t.apply.partial).click()
          await page.getByRole('button', { name: t.common.next }).click()
          await page.getByLabel(t.apply.name).waitFor()
          await page.getByText(t.apply.REFUND, { exact: true }).click()
          await page.getByLabel(t.apply.name).fill('北京样例贸易有限公司')
          await page.getByLabel(t.apply.taxpayerId).fill('91310106552993944A')
          await page.getByRole('button', { name: t.common.next }).click()
          await page.getByText(t.apply.tax.checkDigit).first().waitFor()
          await take('apply-information')
          await open(`/apply/${shown.draft}`, 'apply-not-yours')
          await page.goto(`/applications/${shown.draft}`)
          await page.getByRole('heading', { name: t.apply.review }).waitFor()
          await page.getByText('¥86,400.00').first().waitFor()
          await take('apply-review')
          await page.getByRole('button', { name: t.common.back }).click()
          await page.getByLabel(t.apply.street).waitFor()
          await page.getByLabel(t.apply.region).click()
          await page
            .getByText('上海市', { exact: true })
            .last()
            .click()
            .catch(() => undefined)
          await take('apply-shipping')
          await open('/applications', 'applications')
          await page.goto(`/applications/${shown.submitted}`)
          await page.getByRole('button', { name: t.application.cancel }).waitFor()
          await take('application-submitted')
          await page.getByRole('button', { name: t.application.cancel }).click()
          await page.getByText(t.application.cancelText).waitFor()
          await take('application-cancel')
          await page.goto(`/applications/${shown.mailedOut}`)
          await page.getByText('SF1234567890123').first().waitFor()
          await take('application')
          await page.goto('/account')
          await page.getByLabel(t.fields.newEmail).waitFor()
          await take('account')
        })
      })
    }
  }
}
