import { arriveSignedIn, DESK, expect, fillSignIn, PHONE, signIn, test } from './story'
import { activeCustomer, mailTo, PASSWORD, pay } from './suite'

const NEW_PASSWORD = 'seven quiet herons at dawn'

test.describe('in Chinese on a desk', () => {
  test.use({ locale: 'zh-CN', viewport: DESK })

  test('a forgotten password: a temporary one by mail, then one of their own', async ({
    page,
    t,
  }) => {
    const { email } = await signedUp()
    await page.goto('/sign-in')
    await fillSignIn(page, t, email, 'not the password')
    await expect(page.getByText('电子邮箱或密码错误', { exact: false })).toBeVisible()
    await page.getByRole('link', { name: t.signIn.forgotten }).click()
    await expect(page.getByRole('heading', { name: t.forgotten.title, exact: true })).toBeVisible()
    await page.getByLabel(t.fields.email).fill(email)
    await page.getByRole('button', { name: t.forgotten.submit }).click()
    await expect(page.getByText(t.forgotten.sentTitle)).toBeVisible()
    const temporary = temporaryPassword((await mailTo(email, 'emporary password')).text)
    await signIn(page, t, email, temporary)
    await expect(
      page.getByRole('heading', { name: t.setPassword.title, exact: true }),
    ).toBeVisible()

    // There is one thing to do: the bills are out of reach until then.
    await page.getByLabel(t.fields.newPassword).fill(temporary)
    await page.getByRole('button', { name: t.setPassword.submit }).click()
    await expect(page.getByText('请自行选择密码', { exact: false })).toBeVisible()
    await page.getByLabel(t.fields.newPassword).fill(NEW_PASSWORD)
    await page.getByRole('button', { name: t.setPassword.submit }).click()
    await expect(page.getByText(t.signIn.changed)).toBeVisible()
    await fillSignIn(page, t, email, NEW_PASSWORD)
    await expect(page.getByRole('heading', { name: t.bills.title, exact: true })).toBeVisible()
  })
})

test.describe('in Chinese on a phone', () => {
  test.use({ locale: 'zh-CN', viewport: PHONE })

  test('after too many tries one waits, and is told how long', async ({ page, t }) => {
    // Given what the API answers after many wrong passwords
    const { email } = await signedUp()
    await page.route(
      '**/api/v1/sessions',
      (route) =>
        route.fulfill({
          status: 429,
          contentType: 'application/problem+json',
          headers: { 'Retry-After': '5' },
          json: {
            type: 'urn:fapiaosuite:problem:too-many-requests',
            title: '请求过多',
            status: 429,
          },
        }),
      { times: 1 },
    )
    await page.goto('/sign-in')

    // When
    await fillSignIn(page, t, email, PASSWORD)

    // Then
    const button = page.locator('form').getByRole('button', { name: t.signIn.submit })
    await expect(button).toHaveText(/^登录 \([1-5]\)$/)
    await expect(button).toBeEnabled()
    await button.click()
    await expect(page.getByRole('heading', { name: t.bills.title, exact: true })).toBeVisible()
  })
})

test.describe('in English on a desk', () => {
  test.use({ locale: 'en', viewport: DESK })

  test('a session that is signed out in one tab is signed out in the other', async ({
    page,
    t,
    context,
  }) => {
    const { email } = await signedUp()
    await signIn(page, t, email, PASSWORD)
    await expect(page.getByRole('heading', { name: t.bills.title, exact: true })).toBeVisible()
    const other = await context.newPage()
    await other.goto('/applications')
    await expect(
      other.getByRole('heading', { name: t.applications.title, exact: true }),
    ).toBeVisible()
    await other.getByRole('button', { name: t.nav.accountMenu }).click()
    await other.getByRole('menuitem', { name: t.nav.signOut }).click()
    await expect(other.getByRole('heading', { name: t.front.title, exact: true })).toBeVisible()
    await expect(page.getByRole('heading', { name: t.front.title, exact: true })).toBeVisible()
  })

  test('several tabs that are reloaded at once all stay signed in, with no sign-in page between', async ({
    page,
    t,
    context,
  }) => {
    const { email } = await signedUp()
    await arriveSignedIn(page, email)
    const refreshes: number[] = []
    context.on('response', (response) => {
      if (response.url().endsWith('/sessions/refresh')) {
        refreshes.push(response.status())
      }
    })
    let release = () => {}
    const held = new Promise<void>((resolve) => {
      release = resolve
    })
    // Whichever tab asks first: the others wait for its answer.
    await context.route('**/sessions/refresh', async (route) => {
      await held
      await route.continue()
    })
    const tabs = [page, await context.newPage(), await context.newPage()]
    await Promise.all(tabs.map((tab) => tab.goto('/bills')))
    await expect(page.locator('.skeleton')).toBeVisible()
    await expect(page.getByRole('heading', { name: t.signIn.title, exact: true })).toHaveCount(0)
    release()
    for (const tab of tabs) {
      await expect(tab.getByRole('button', { name: t.nav.accountMenu })).toBeVisible()
    }
    expect(new Set(refreshes)).toEqual(new Set([200]))
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
