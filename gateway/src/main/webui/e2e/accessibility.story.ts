import { expectAccessible } from './axe'
import { showcase } from './showcase'
import { test } from './story'
import { someAddress } from './suite'
import { visitOpenPages, visitOwnPages } from './tour'

test.describe('in German', () => {
  test.use({ locale: 'de' })

  test('the pages that anybody can read are accessible, on a phone and a desk, in light and dark', async ({
    page,
    t,
  }) => {
    await visitOpenPages(page, t, () => expectAccessible(page, 'de'), someAddress())
  })
})

test.describe('in Chinese', () => {
  test.use({ locale: 'zh-CN' })

  test('the pages of a customer are accessible, on a phone and a desk, in light and dark', async ({
    page,
    t,
  }) => {
    const shown = await showcase()
    await visitOwnPages(page, t, () => expectAccessible(page, 'zh-CN'), shown)
  })
})
