import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Page } from '@playwright/test'
import { DESK, expect, expectNoOverflow, PHONE } from './story'

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
/** The narrowest screen that the pages have to fit. */
const NARROWEST = { width: 360, height: 740 }

/** All that can differ between light and dark; the colours of a phone are those of a desk. */
const OF_COLOURS = ['color-contrast', 'link-in-text-block']

interface Finding {
  id: string
  impact: string | null
  nodes: { html: string; failureSummary?: string }[]
}

/**
 * Nothing serious for a screen reader or weak eyes, on a phone and on a desk, in light and in dark;
 * the page says which language it is in, and fits the narrowest phone.
 */
export async function expectAccessible(page: Page, locale: string) {
  for (const [viewport, colorScheme, rules] of [
    [PHONE, 'light', undefined],
    [DESK, 'dark', OF_COLOURS],
    [DESK, 'light', undefined],
  ] as const) {
    await page.setViewportSize(viewport)
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
    await settled(page)
    expect(await serious(page, rules), `${page.url()}, ${viewport.width}, ${colorScheme}`).toEqual(
      [],
    )
  }
  await page.setViewportSize(NARROWEST)
  await expectNoOverflow(page)
  expect(await page.evaluate(() => document.documentElement.lang)).toBe(locale)
}

async function serious(page: Page, rules?: readonly string[]): Promise<string[]> {
  if (!(await page.evaluate(() => 'axe' in window))) {
    await page.evaluate(axe)
  }
  const findings = await page.evaluate(async (runOnly) => {
    const { axe } = window as unknown as {
      axe: { run(options: object): Promise<{ violations: Finding[] }> }
    }
    return (await axe.run({ resultTypes: ['violations'], ...(runOnly ? { runOnly } : {}) }))
      .violations
  }, rules)
  return findings
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(
      ({ id, nodes }) =>
        `${id}: ${nodes.map((node) => `${node.html} ${node.failureSummary}`).join('\n')}`,
    )
}

/** Transitions of colours are over; in the middle of one any contrast can be measured. */
async function settled(page: Page) {
  await page.evaluate(async () => {
    await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)))
    await Promise.all(
      document.getAnimations().map((animation) => animation.finished.catch(() => undefined)),
    )
  })
}
