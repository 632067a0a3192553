import { type Showcase, showcase } from './showcase'
import { DESK, expect, PHONE, TEXTS, test } from './story'
import { type Look, visitOpenPages, visitOwnPages } from './tour'

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
          const take: Look = async (name) => {
            await page.evaluate(() => document.fonts.ready)
            await expect(page.locator('.skeleton')).toHaveCount(0)
            await page.screenshot({
              path: `${OUT}/${name}.${locale}.${viewport.width}.${colorScheme}.png`,
              fullPage: true,
              animations: 'disabled',
            })
          }
          await visitOpenPages(page, t, take, shown.email)
          await visitOwnPages(page, t, take, shown)
        })
      })
    }
  }
}
