import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { test as base, expect, type Page } from '@playwright/test'
import { de } from '../src/texts/de'
import { en, type Texts } from '../src/texts/en'
import { zhCN } from '../src/texts/zh-CN'

export { expect }

export const PHONE = { width: 390, height: 844 }
export const DESK = { width: 1440, height: 900 }
export const TEXTS: Record<string, Texts> = { 'zh-CN': zhCN, en, de }

interface Fixtures {
  /** The texts of the story's language. */
  t: Texts
}

/** A page that may not say anything wrong: no error in the console, no report of the policy. */
export const test = base.extend<Fixtures>({
  t: async ({ locale }, use) => {
    await use(TEXTS[locale ?? 'en'] ?? en)
  },
  context: async ({ context }, use) => {
    const said: string[] = []
    context.on('console', (message) => {
      // A refusal that the story asks for is told by the page; the browser tells it once more.
      if (message.type() === 'error' && !message.text().startsWith('Failed to load resource')) {
        said.push(message.text())
      }
    })
    context.on('weberror', (error) => said.push(String(error.error())))
    await use(context)
    expect(said, 'errors in the console').toEqual([])
  },
})

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

interface Finding {
  id: string
  impact: string | null
  nodes: { html: string; failureSummary?: string }[]
}

/** Nothing serious for a screen reader or weak eyes, in light and in dark. */
export async function expectAccessible(page: Page) {
  for (const colorScheme of ['dark', 'light'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
    await settled(page)
    await page.evaluate(axe)
    const findings = await page.evaluate(async () => {
      const run = (window as unknown as { axe: { run(): Promise<{ violations: Finding[] }> } }).axe
      return (await run.run()).violations
    })
    const serious = findings
      .filter(({ impact }) => impact === 'serious' || impact === 'critical')
      .map(
        ({ id, nodes }) =>
          `${id}: ${nodes.map((node) => `${node.html} ${node.failureSummary}`).join('\n')}`,
      )
    expect(serious, `${page.url()} in ${colorScheme}`).toEqual([])
  }
}

/** Transitions of colours are over; in the middle of one any contrast can be measured. */
async function settled(page: Page) {
  await page.evaluate(async () => {
    const frames = new Promise((resolve) =>
      requestAnimationFrame(() => requestAnimationFrame(resolve)),
    )
    await frames
    await Promise.all(
      document.getAnimations().map((animation) => animation.finished.catch(() => undefined)),
    )
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

/** Chooses province, city and district. */
export async function chooseRegion(page: Page, t: Texts, path: string[]) {
  await page.getByLabel(t.apply.region).click()
  for (const name of path) {
    await page.locator('.ant-cascader-menu-item').getByText(name, { exact: true }).click()
  }
}
