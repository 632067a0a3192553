import type { Locator, Page } from '@playwright/test'
import { expectAccessible } from './axe'
import { showcase } from './showcase'
import { arriveSignedIn, expect, expectNoOverflow, test } from './story'
import { customerWithBill, PASSWORD, PAYER, someAddress, TAX_ID } from './suite'
import { visitOpenPages, visitOwnPages } from './tour'
import { confirm, expectStep, walkToReview } from './wizard'

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

test.describe('in German with the keyboard alone', () => {
  test.use({ locale: 'de' })

  test('from sign-in to Submitted, and each stop of the tab key can be seen', async ({
    page,
    t,
  }) => {
    const { email } = await customerWithBill()
    const { keyboard } = page
    await page.goto('/sign-in')
    await expect(page.getByLabel(t.fields.email)).toBeVisible()

    // The first stop leads past the header.
    await keyboard.press('Tab')
    await expect(page.getByRole('button', { name: t.skip })).toBeInViewport()
    await keyboard.press('Enter')
    await tabTo(page, page.getByLabel(t.fields.email))
    await keyboard.type(email)
    await tabTo(page, page.getByLabel(t.fields.password, { exact: true }))
    await keyboard.type(PASSWORD)
    await keyboard.press('Enter')
    await follow(page, page.getByRole('link', { name: t.bills.apply }))

    await expectStep(page, t, 'type')
    await follow(page, page.getByRole('button', { name: t.common.next }))
    await expectStep(page, t, 'information')
    await expect(page.getByLabel(t.apply.name)).toHaveValue(PAYER)
    await tabTo(page, page.getByLabel(t.apply.taxpayerId))
    await keyboard.type(TAX_ID)
    await follow(page, page.getByRole('button', { name: t.common.next }))

    await expectStep(page, t, 'shipping')
    await tabTo(page, page.getByRole('radio', { checked: true }))
    await keyboard.press('ArrowDown')
    await expect(page.getByRole('radio', { name: t.apply.methods.SF_COLLECT })).toBeChecked()
    await tabTo(page, page.getByLabel(t.apply.recipient))
    await keyboard.type('王小明')
    await tabTo(page, page.getByLabel(t.apply.recipientPhone))
    await keyboard.type('13800138000')
    await tabTo(page, page.getByLabel(t.apply.region))
    await keyboard.type('pudong shanghai')
    await expect(
      page.getByText('Shanghai 上海市 / Bezirke 市辖区 / Pudong New Area 浦东新区'),
    ).toBeVisible()
    await keyboard.press('ArrowDown')
    await keyboard.press('Enter')
    await tabTo(page, page.getByLabel(t.apply.street))
    await keyboard.type('科苑路88号')
    await follow(page, page.getByRole('button', { name: t.common.next }))

    await expectStep(page, t, 'review')
    await expect(page.getByText('上海市 浦东新区')).toBeVisible()
    await follow(page, page.getByRole('button', { name: t.apply.confirm, exact: true }))
    await expect(page.getByText(t.apply.confirmed)).toBeVisible()
  })
})

test.describe('in English at 200 %', () => {
  // What a window of 1440 × 900 has left for the page then.
  test.use({ locale: 'en', viewport: { width: 720, height: 450 }, deviceScaleFactor: 2 })

  test('from the bills to Submitted nothing is cut off, and the review can be printed', async ({
    page,
    t,
  }) => {
    const { email, billId } = await customerWithBill()
    await arriveSignedIn(page, email)
    await page.goto('/bills')
    await expect(page.getByRole('link', { name: t.bills.apply })).toBeVisible()
    await expectNoOverflow(page)
    await page.goto(`/apply/${billId}`)
    await walkToReview(page, t, undefined, () => expectNoOverflow(page))
    await expectNoOverflow(page)

    // On paper there is what will be issued, and nothing to click.
    await page.emulateMedia({ media: 'print' })
    await expect(page.getByText('王小明').first()).toBeVisible()
    await expect(page.getByText('¥1,270.00').first()).toBeVisible()
    await expect(page.getByRole('button')).toHaveCount(0)
    await expect(page.getByRole('navigation')).toHaveCount(0)
    await page.emulateMedia({ media: 'screen' })

    await confirm(page, t)
    await expectNoOverflow(page)
  })
})

/** Presses the tab key until something has the focus, which is seen wherever it stops. */
async function tabTo(page: Page, goal: Locator) {
  await expect(goal.first()).toBeVisible()
  for (let stops = 0; stops < 40; stops++) {
    await page.keyboard.press('Tab')
    expect(await page.evaluate(focusSeen), 'the place of the focus is seen').toBe('')
    if (await goal.first().evaluate((element) => element === document.activeElement)) {
      return
    }
  }
  throw new Error(`the tab key never came to ${goal}`)
}

/**
 * Runs in the page: empty when what has the focus is ringed, else what it is. The ring of a field
 * that antd draws itself is around it or beside it.
 */
function focusSeen(): string {
  const active = document.activeElement
  if (active === null || active === document.body) {
    return ''
  }
  const near = [
    active,
    active.nextElementSibling,
    active.parentElement,
    active.closest('.ant-select'),
  ]
  const ringed = near.some((element) => {
    const style = element && getComputedStyle(element)
    // A button has its shadow always.
    const field = element?.matches('button, a') === false
    return style && (style.outlineStyle !== 'none' || (field && style.boxShadow !== 'none'))
  })
  return ringed ? '' : active.outerHTML
}

async function follow(page: Page, goal: Locator) {
  await tabTo(page, goal)
  await page.keyboard.press('Enter')
}
