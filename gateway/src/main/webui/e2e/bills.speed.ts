import { showcase } from './showcase'
import { arriveSignedIn, DESK, expect, PHONE, test } from './story'

/** design/portal: milliseconds to the first contentful paint, and how far the layout may move. */
const PAINTED_MS = 1_500
const SHIFTED = 0.1
const VISITS = 5

interface Visit {
  painted: number
  shifted: number
}

test('the bills page is painted in time and does not move', async ({ browser, baseURL }) => {
  const { email } = await showcase()
  for (const viewport of [PHONE, DESK]) {
    const visits: Visit[] = []
    for (let visit = 0; visit < VISITS; visit++) {
      // A browser that has nothing of the pages yet.
      const context = await browser.newContext({ baseURL, locale: 'zh-CN', viewport })
      const page = await context.newPage()
      await arriveSignedIn(page, email)
      await page.addInitScript(observe)
      await page.goto('/bills')
      await expect(page.locator('tbody tr')).toHaveCount(6)
      await expect(page.locator('.footer a')).toBeVisible()
      visits.push(await page.evaluate(() => (window as unknown as { visit: Visit }).visit))
      await context.close()
    }
    const painted = visits.map((visit) => visit.painted).sort((a, b) => a - b)
    const shifted = Math.max(...visits.map((visit) => visit.shifted))
    console.log(
      `/bills at ${viewport.width}: first contentful paint ${Math.round(painted[VISITS >> 1] ?? 0)} ms ` +
        `(${painted.map(Math.round).join(', ')}) of ${PAINTED_MS} ms, ` +
        `layout shift ${shifted.toFixed(3)} of ${SHIFTED}`,
    )
    expect(painted[VISITS >> 1]).toBeLessThanOrEqual(PAINTED_MS)
    expect(shifted).toBeLessThanOrEqual(SHIFTED)
  }
})

/** Runs in the page before anything of its own. */
function observe() {
  const visit = { painted: Number.POSITIVE_INFINITY, shifted: 0 }
  Object.assign(window, { visit })
  new PerformanceObserver((list) => {
    for (const entry of list.getEntriesByName('first-contentful-paint')) {
      visit.painted = entry.startTime
    }
  }).observe({ type: 'paint', buffered: true })
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries() as unknown as { value: number }[]) {
      visit.shifted += entry.value
    }
  }).observe({ type: 'layout-shift', buffered: true })
}
