import { type BrowserContext, test as base, expect, type Page } from '@playwright/test'
import { de } from '../src/texts/de'
import { en, type Texts } from '../src/texts/en'
import { zhCN } from '../src/texts/zh-CN'
import { PASSWORD } from './suite'

export { expect }

export const PHONE = { width: 390, height: 844 }
export const DESK = { width: 1440, height: 900 }
export const TEXTS: Record<string, Texts> = { 'zh-CN': zhCN, en, de }

interface Fixtures {
  /** The texts of the story's language. */
  t: Texts
  /** A page of somebody else, who shares nothing with the story's reader. */
  stranger: Page
}

/** A page that may not say anything wrong: no error in the console, no report of the policy. */
export const test = base.extend<Fixtures>({
  t: async ({ locale }, use) => {
    await use(TEXTS[locale ?? 'en'] ?? en)
  },
  context: async ({ context }, use) => {
    const said = listenTo(context)
    await use(context)
    expect(said, 'errors in the console').toEqual([])
  },
  stranger: async ({ browser, locale }, use) => {
    const context = await browser.newContext({ locale })
    const said = listenTo(context)
    await use(await context.newPage())
    await context.close()
    expect(said, 'errors in the console of the other reader').toEqual([])
  },
})

/** Where a page without cookies signs out, Chromium says that it clears none. */
const NO_COOKIES = "The request's credentials mode prohibits modifying cookies"

/** Chromium reports a violation of the policy as an error in the console. */
function listenTo(context: BrowserContext): string[] {
  const said: string[] = []
  context.on('console', (message) => {
    // A refusal that the story asks for is told by the page; the browser tells it once more.
    const text = message.text()
    if (
      message.type() === 'error' &&
      !text.startsWith('Failed to load resource') &&
      !text.includes(NO_COOKIES)
    ) {
      said.push(text)
    }
  })
  context.on('weberror', (error) => said.push(String(error.error())))
  return said
}

/** Signs in as the sign-in page does, without the page: the reader comes with a session. */
export async function arriveSignedIn(page: Page, email: string) {
  const answer = await page.context().request.post('/api/v1/sessions', {
    data: { email, password: PASSWORD },
  })
  expect(answer.status()).toBe(201)
  await page.context().addInitScript(() => {
    // A new tab is nobody's at first, and has no storage.
    if (location.origin !== 'null') {
      localStorage.setItem('fapiao.session', '1')
    }
  })
}

export async function signIn(page: Page, t: Texts, email: string, password: string) {
  await page.goto('/sign-in')
  await fillSignIn(page, t, email, password)
}

export async function fillSignIn(page: Page, t: Texts, email: string, password: string) {
  await page.getByLabel(t.fields.email).fill(email)
  await page.getByLabel(t.fields.password, { exact: true }).fill(password)
  await page.locator('form').getByRole('button', { name: t.signIn.submit }).click()
}

/** Nothing is wider than the screen. */
export async function expectNoOverflow(page: Page) {
  expect(
    await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth),
    `${page.url()} is wider than the screen`,
  ).toBeLessThanOrEqual(0)
}

/** Chooses province, city and district. */
export async function chooseRegion(page: Page, t: Texts, path: string[]) {
  await page.getByLabel(t.apply.region).click()
  for (const name of path) {
    await page
      .locator('.ant-cascader-menu-item')
      .getByText(new RegExp(`(^| )${name}$`))
      .click()
  }
}
