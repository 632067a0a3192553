import { expireActivationLinks } from './database'
import { loggedBy } from './launcher'
import { arriveSignedIn, DESK, expect, PHONE, signIn, test } from './story'
import { activeCustomer, linkIn, mailTo, PASSWORD, pay, register, someAddress } from './suite'

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

test.describe('in German on a slow line', () => {
  test.use({ locale: 'de', viewport: PHONE })

  test('what is typed before all of the page is there stays', async ({ page, t }) => {
    // Given the words of antd's own components, which come last, are on their way
    const words = /\/assets\/de_DE-[^/]*\.js/
    let arrive = () => {}
    const onTheirWay = new Promise<void>((resolve) => {
      arrive = resolve
    })
    await page.route(words, async (route) => {
      await onTheirWay
      await route.continue()
    })
    await page.goto('/register')
    const email = page.getByLabel(t.fields.email)
    await email.fill('finance@contoso.example')
    await email.evaluate((field) => field.setAttribute('data-typed-in', ''))

    // When
    const arrived = page.waitForResponse(words)
    arrive()
    await (await arrived).finished()
    await page.waitForLoadState('networkidle')
    await page.evaluate(
      () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))),
    )

    // Then it is the same field still
    await expect(email).toHaveValue('finance@contoso.example')
    await expect(email).toHaveAttribute('data-typed-in', '')
  })
})

test.describe('in English on a phone', () => {
  test.use({ locale: 'en', viewport: PHONE })

  test('a link that a newer one has replaced says so', async ({ page, t }) => {
    const order = await pay()
    await register(order)
    const first = await mailTo(order.email, '/activate#')
    await page.goto('/resend')
    await page.getByLabel(t.activate.resendTo).fill(order.email)
    await page.getByRole('button', { name: t.register.resend }).click()
    await expect(page.getByText(t.register.resent)).toBeVisible()
    const second = await mailTo(order.email, '/activate#', [first])
    await page.goto(linkIn(first, '/activate'))
    await page.getByRole('button', { name: t.activate.submit }).click()
    await expect(page.getByText(t.activate.lost)).toBeVisible()
    await page.goto(linkIn(second, '/activate'))
    await page.getByRole('button', { name: t.activate.submit }).click()
    await expect(page.getByText(t.activate.done)).toBeVisible()
  })

  test('a link that has expired says so and has a new mail sent', async ({ page, t }) => {
    const order = await pay()
    await register(order)
    const first = await mailTo(order.email, '/activate#')
    await expireActivationLinks(order.email)
    await page.goto(linkIn(first, '/activate'))
    await page.getByRole('button', { name: t.activate.submit }).click()
    await expect(page.getByText(t.activate.lost)).toBeVisible()
    await page.getByLabel(t.activate.resendTo).fill(order.email)
    await page.getByRole('button', { name: t.register.resend }).click()
    await expect(page.getByText(t.register.resent)).toBeVisible()
    const second = await mailTo(order.email, '/activate#', [first])
    await page.goto(linkIn(second, '/activate'))
    await page.getByRole('button', { name: t.activate.submit }).click()
    await expect(page.getByText(t.activate.done)).toBeVisible()

    // Whoever comes by the used link once more is told the same, and can sign in.
    await page.goto('/help')
    await page.goto(linkIn(second, '/activate'))
    await page.getByRole('button', { name: t.activate.submit }).click()
    await expect(page.getByText(t.activate.done)).toBeVisible()
    await page.locator('main').getByRole('link', { name: t.nav.signIn }).click()
    await expect(page.getByRole('heading', { name: t.signIn.title, exact: true })).toBeVisible()
  })
})

test.describe('in Chinese on a desk', () => {
  test.use({ locale: 'zh-CN', viewport: DESK })

  test('the token of a link is sent once, in a body, and is nowhere else', async ({
    page,
    t,
    context,
  }) => {
    // Given
    const order = await pay()
    await register(order)
    const link = linkIn(await mailTo(order.email, '/activate#'), '/activate')
    const token = new URLSearchParams(link.split('#')[1]).get('token') as string
    const heads: string[] = []
    const bodies: string[] = []
    context.on('request', (request) => {
      heads.push(`${request.url()} ${JSON.stringify(request.headers())}`)
      bodies.push(request.postData() ?? '')
    })

    // When
    await page.goto(link)
    await page.getByRole('button', { name: t.activate.submit }).click()
    await expect(page.getByText(t.activate.done)).toBeVisible()
    await page.locator('main').getByRole('link', { name: t.nav.signIn }).click()
    await expect(page.getByRole('heading', { name: t.signIn.title, exact: true })).toBeVisible()
    await page.goBack()

    // Then
    await expect(page).toHaveURL(/\/activate$/)
    const history = await page.evaluate(() =>
      (window as unknown as { navigation: { entries(): { url: string }[] } }).navigation
        .entries()
        .map(({ url }) => url),
    )
    expect(history.join(' ')).not.toContain(token)
    expect(await page.evaluate(() => document.referrer)).toBe('')
    expect(heads.length).toBeGreaterThan(3)
    expect(heads.join(' ')).not.toContain(token)
    expect(bodies.filter((body) => body.includes(token))).toHaveLength(1)
    expect(loggedBy(token)).toEqual([])
  })
})

test.describe('in German on a desk', () => {
  test.use({ locale: 'de', viewport: DESK })

  test('the address changes once the link in the new mailbox is opened', async ({ page, t }) => {
    const { email } = await signedUp()
    const other = someAddress()
    await arriveSignedIn(page, email)
    await page.goto('/bills')
    await page.getByRole('button', { name: t.nav.accountMenu }).click()
    await page.getByRole('menuitem', { name: t.nav.account }).click()
    await page.getByLabel(t.fields.newEmail).fill(other)
    const current = page.getByLabel(t.fields.currentPassword).first()
    await current.fill('not the password')
    await page.getByRole('button', { name: t.account.changeEmail }).click()
    await expect(page.getByText(t.account.wrongPassword)).toBeVisible()
    await expect(current).toHaveAttribute('aria-invalid', 'true')
    await current.fill(PASSWORD)
    await page.getByRole('button', { name: t.account.changeEmail }).click()
    await expect(page.getByText(other)).toBeVisible()
    await page.goto(linkIn(await mailTo(other, '/email-change#'), '/email-change'))
    await page.getByRole('button', { name: t.emailChange.submit }).click()
    await expect(page.getByText(t.emailChange.done)).toBeVisible()
    expect(new URL(page.url()).hash).toBe('')
    await page.context().clearCookies()
    await signIn(page, t, other, PASSWORD)
    await expect(page.getByRole('heading', { name: t.bills.title, exact: true })).toBeVisible()
  })
})

test.describe('in English on a desk', () => {
  test.use({ locale: 'en', viewport: DESK })

  test('the payer approves the claim of somebody else, whose bill then appears', async ({
    page,
    t,
    stranger: payer,
  }) => {
    const order = await pay()
    const { email } = await signedUp()
    await arriveSignedIn(page, email)
    await page.goto('/account')
    await page.getByLabel(t.fields.orderNumber).fill(order.orderNumber)
    await page.getByRole('button', { name: t.account.addOrder }).click()
    await expect(page.getByText(t.account.addOrderDone)).toBeVisible()
    const asked = await mailTo(order.email, '/claims#')

    await payer.goto(linkIn(asked, '/claims'))
    await payer.getByRole('button', { name: t.claims.submit }).click()
    await expect(payer.getByText(t.claims.done)).toBeVisible()

    // A token names its customers, so the new one comes with the next token.
    await expect(async () => {
      await page.goto('/bills')
      await expect(page.getByText(order.orderNumber)).toBeVisible({ timeout: 5_000 })
    }).toPass()
  })
})

/** An account with an order of its own. */
async function signedUp() {
  const order = await pay()
  await activeCustomer(order)
  return order
}
