import { DESK, expect, expectAccessible, fillSignIn, PHONE, signIn, test } from './story'
import { activeCustomer, linkIn, mailTo, PASSWORD, pay, someAddress } from './suite'

const NEW_PASSWORD = 'seven quiet herons at dawn'

test.describe('in German on a phone', () => {
  test.use({ locale: 'de', viewport: PHONE })

  test('who typed a wrong address registers again with the right one', async ({ page, t }) => {
    const order = await pay()
    await page.goto(linkIn(await mailTo(order.email, '/register#'), '/register'))
    await page.getByLabel(t.fields.email).fill(someAddress())
    await page.getByLabel(t.fields.password, { exact: true }).fill(PASSWORD)
    await page.locator('form').getByRole('button', { name: t.register.submit }).click()
    await page.getByRole('button', { name: t.register.again }).click()
    await expect(page.getByLabel(t.fields.orderNumber)).toHaveValue(order.orderNumber)
    await page.getByLabel(t.fields.email).fill(order.email)
    await page.getByLabel(t.fields.password, { exact: true }).fill(PASSWORD)
    await page.locator('form').getByRole('button', { name: t.register.submit }).click()
    await expect(page.getByText(order.email)).toBeVisible()
    await page.goto(linkIn(await mailTo(order.email, '/activate#'), '/activate'))
    await page.getByRole('button', { name: t.activate.submit }).click()
    await expect(page.getByText(t.activate.done)).toBeVisible()
  })

  test('each refusal stands at its field, in the language of the page', async ({ page, t }) => {
    await page.goto('/register')
    await page.locator('form').getByRole('button', { name: t.register.submit }).click()
    await expect(page.getByText(t.common.missing)).toHaveCount(3)
    await page.getByLabel(t.fields.orderNumber).fill('<script>alert(1)</script>')
    await page.getByLabel(t.fields.email).fill('keine-adresse')
    await page.getByLabel(t.fields.password, { exact: true }).fill('password1')
    await page.locator('form').getByRole('button', { name: t.register.submit }).click()
    for (const field of [t.fields.orderNumber, t.fields.email]) {
      await expect(page.getByLabel(field)).toHaveAttribute('aria-invalid', 'true')
    }
    await expect(page.getByText('E-Mail-Adresse sein, etwa', { exact: false })).toBeVisible()
    await expect(page.getByText(t.common.missing)).toHaveCount(0)
  })
})

test.describe('in English on a phone', () => {
  test.use({ locale: 'en', viewport: PHONE })

  test('a link that was used says so and has a new mail sent', async ({ page, t }) => {
    const order = await pay()
    await page.goto(linkIn(await mailTo(order.email, '/register#'), '/register'))
    await page.getByLabel(t.fields.email).fill(order.email)
    await page.getByLabel(t.fields.password, { exact: true }).fill(PASSWORD)
    await page.locator('form').getByRole('button', { name: t.register.submit }).click()
    const first = await mailTo(order.email, '/activate#')
    await page.goto('/resend')
    await page.getByLabel(t.activate.resendTo).fill(order.email)
    await page.getByRole('button', { name: t.register.resend }).click()
    await expect(page.getByText(t.register.resent)).toBeVisible()
    const second = await mailTo(order.email, '/activate#', [first])

    // The newest link counts, the one before is over.
    await page.goto(linkIn(first, '/activate'))
    await page.getByRole('button', { name: t.activate.submit }).click()
    await expect(page.getByText(t.activate.lost)).toBeVisible()
    await expectAccessible(page)
    await page.goto(linkIn(second, '/activate'))
    await page.getByRole('button', { name: t.activate.submit }).click()
    await expect(page.getByText(t.activate.done)).toBeVisible()
  })
})

test.describe('in Chinese on a desk', () => {
  test.use({ locale: 'zh-CN', viewport: DESK })

  test('a forgotten password: a temporary one by mail, then one of their own', async ({
    page,
    t,
  }) => {
    const { email } = await signedUp()
    await page.goto('/sign-in')
    await fillSignIn(page, t, email, 'not the password')
    await expect(page.getByText('电子邮件地址与密码不匹配', { exact: false })).toBeVisible()
    await page.getByRole('link', { name: t.signIn.forgotten }).click()
    await page.getByLabel(t.fields.email).fill(email)
    await page.getByRole('button', { name: t.forgotten.submit }).click()
    await expect(page.getByText(t.forgotten.sentTitle)).toBeVisible()
    const temporary = temporaryPassword((await mailTo(email, 'emporary password')).text)
    await signIn(page, t, email, temporary)
    await expect(page.getByRole('heading', { name: t.setPassword.title })).toBeVisible()
    await expectAccessible(page)

    // There is one thing to do: the bills are out of reach until then.
    await page.getByLabel(t.fields.newPassword).fill(temporary)
    await page.getByRole('button', { name: t.setPassword.submit }).click()
    await expect(page.getByText('请自行选择密码', { exact: false })).toBeVisible()
    await page.getByLabel(t.fields.newPassword).fill(NEW_PASSWORD)
    await page.getByRole('button', { name: t.setPassword.submit }).click()
    await expect(page.getByText(t.signIn.changed)).toBeVisible()
    await fillSignIn(page, t, email, NEW_PASSWORD)
    await expect(page.getByRole('heading', { name: t.bills.title })).toBeVisible()
  })
})

test.describe('in German on a desk', () => {
  test.use({ locale: 'de', viewport: DESK })

  test('the address changes once the link in the new mailbox is opened', async ({ page, t }) => {
    const { email } = await signedUp()
    const other = someAddress()
    await signIn(page, t, email, PASSWORD)
    await page.getByRole('button', { name: t.nav.accountMenu }).click()
    await page.getByRole('menuitem', { name: t.nav.account }).click()
    await page.getByLabel(t.fields.newEmail).fill(other)
    await page.getByLabel(t.fields.currentPassword).first().fill(PASSWORD)
    await expectAccessible(page)
    await page.getByRole('button', { name: t.account.changeEmail }).click()
    await expect(page.getByText(other)).toBeVisible()
    await page.goto(linkIn(await mailTo(other, '/email-change#'), '/email-change'))
    await page.getByRole('button', { name: t.emailChange.submit }).click()
    await expect(page.getByText(t.emailChange.done)).toBeVisible()
    expect(new URL(page.url()).hash).toBe('')
    await page.context().clearCookies()
    await signIn(page, t, other, PASSWORD)
    await expect(page.getByRole('heading', { name: t.bills.title })).toBeVisible()
  })
})

test.describe('in English on a desk', () => {
  test.use({ locale: 'en', viewport: DESK })

  test('the payer approves the claim of somebody else, whose bill then appears', async ({
    page,
    t,
    browser,
  }) => {
    const order = await pay()
    const { email } = await signedUp()
    await signIn(page, t, email, PASSWORD)
    await expect(page.getByRole('heading', { name: t.bills.title })).toBeVisible()
    await page.goto('/account')
    await page.getByLabel(t.fields.orderNumber).fill(order.orderNumber)
    await page.getByRole('button', { name: t.account.addOrder }).click()
    await expect(page.getByText(t.account.addOrderDone)).toBeVisible()
    const asked = await mailTo(order.email, '/claims#')

    const payer = await browser.newPage({ locale: 'en' })
    await payer.goto(linkIn(asked, '/claims'))
    await payer.getByRole('button', { name: t.claims.submit }).click()
    await expect(payer.getByText(t.claims.done)).toBeVisible()
    await payer.close()

    // A token names its customers, so the new one comes with the next token.
    await expect(async () => {
      await page.goto('/bills')
      await expect(page.getByText(order.orderNumber)).toBeVisible({ timeout: 5_000 })
    }).toPass()
  })

  test('a session that is signed out in one tab is signed out in the other', async ({
    page,
    t,
    context,
  }) => {
    const { email } = await signedUp()
    await signIn(page, t, email, PASSWORD)
    await expect(page.getByRole('heading', { name: t.bills.title })).toBeVisible()
    const other = await context.newPage()
    await other.goto('/applications')
    await expect(other.getByRole('heading', { name: t.applications.title })).toBeVisible()
    await other.getByRole('button', { name: t.nav.accountMenu }).click()
    await other.getByRole('menuitem', { name: t.nav.signOut }).click()
    await expect(other.getByRole('heading', { name: t.front.title })).toBeVisible()
    await expect(page.getByRole('heading', { name: t.front.title })).toBeVisible()
  })

  test('several tabs that are reloaded at once all stay signed in', async ({
    page,
    t,
    context,
  }) => {
    const { email } = await signedUp()
    await signIn(page, t, email, PASSWORD)
    await expect(page.getByRole('heading', { name: t.bills.title })).toBeVisible()
    const tabs = [page, await context.newPage(), await context.newPage()]
    await Promise.all(tabs.map((tab) => tab.goto('/bills')))
    for (const tab of tabs) {
      await expect(tab.getByRole('button', { name: t.nav.accountMenu })).toBeVisible()
    }
  })
})

/** An account with an order of its own. */
async function signedUp() {
  const order = await pay()
  await activeCustomer(order)
  return order
}

/** The mail's line of its own with the password. */
function temporaryPassword(text: string): string {
  const found = /\b[a-z0-9]{4}(?:-[a-z0-9]{4}){2,}\b/i.exec(text)?.[0]
  if (found === undefined) {
    throw new Error(`no password in: ${text}`)
  }
  return found
}
