import { readFile } from 'node:fs/promises'
import type { Page } from '@playwright/test'
import type { Texts } from '../src/texts/en'
import { Clerk } from './clerk'
import { arriveSignedIn, DESK, expect, PHONE, test } from './story'
import { asCustomer, customerWithBill, PDF, TAX_ID } from './suite'
import { confirm, expectStep, fillPickup, next } from './wizard'

test.describe('in English on a desk', () => {
  test.use({ locale: 'en', viewport: DESK })

  test('a bill is split over two titles, and each part confirmed', async ({ page, t }) => {
    const { email, orderNumber } = await customerWithBill()
    await arriveSignedIn(page, email)
    await page.goto('/bills')
    await page
      .getByRole('row', { name: orderNumber })
      .getByRole('link', { name: t.bills.split })
      .click()

    // What the parts leave is told while they are typed, and they are refused until it is nothing.
    const parts = page.getByRole('group', { name: /^Part/ })
    await expect(parts).toHaveCount(2)
    await parts.nth(0).getByLabel(t.support.amount).fill('1,000')
    await expect(page.getByText('Left: ¥270.00')).toBeVisible()
    await parts.nth(1).getByLabel(t.support.amount).fill('270.01')
    await expect(page.getByText('Too much: ¥0.01')).toBeVisible()
    await fillPart(page, t, 0, '王小明')
    await fillPart(page, t, 1, '李小红')
    await page.getByRole('button', { name: t.support.send }).click()
    await expect(page.getByText('The parts have to add up to ¥1,270.00')).toBeVisible()
    await parts.nth(1).getByLabel(t.support.amount).fill('')
    await page.getByRole('button', { name: /¥270\.00/ }).click()
    await expect(page.getByText('Left: ¥0.00')).toBeVisible()
    await page.getByRole('button', { name: t.support.send }).click()
    await expect(page.getByText(t.support.sent)).toBeVisible()

    // When a lead approves
    await (await Clerk.signedIn('LEAD')).approve(lastPart(page))

    // Then there is a draft of each part, told without a reload
    const drafts = page.getByRole('link', { name: t.support.confirmPart })
    await expect(drafts).toHaveCount(2)
    await drafts.first().click()
    await confirmPart(page, t, '¥1,000.00')
    await page.getByRole('link', { name: t.support.toParts }).click()
    await expect(drafts).toHaveCount(1)
    await drafts.click()
    await confirmPart(page, t, '¥270.00')
    await page.getByRole('link', { name: t.support.toParts }).click()
    await expect(page.getByText(t.applications.status.SUBMITTED)).toHaveCount(2)
    await page.goto('/bills')
    await expect(
      page.getByRole('row', { name: orderNumber }).getByText(t.bills.status.APPLIED),
    ).toBeVisible()
  })
})

test.describe('in Chinese on a phone', () => {
  test.use({ locale: 'zh-CN', viewport: PHONE })

  test('another title: where to send the paper, its waybill, the answer, and the new Fapiao', async ({
    page,
    t,
  }) => {
    const { email, id } = await customerWithFapiao()
    await arriveSignedIn(page, email)
    await page.goto(`/applications/${id}`)
    await page.getByRole('link', { name: t.application.askWrong }).click()

    // It begins with the title as it is.
    const name = page.getByRole('textbox', { name: t.apply.name })
    await expect(name).toHaveValue('上海示例科技有限公司')
    await name.fill('北京样例贸易有限公司')
    await page.getByRole('button', { name: t.support.send }).click()
    await expect(page.getByText(t.support.sent)).toBeVisible()
    await expect(page.getByText('科苑路88号德国中心3号楼657室')).toBeVisible()
    await expect(page.getByText('发票联')).toBeVisible()

    await page.getByLabel(t.support.carrier).fill('顺丰速运')
    await page.getByLabel(t.application.waybill).fill('SF1')
    await page.getByRole('button', { name: t.support.enterParcel }).click()
    await expect(page.getByLabel(t.application.waybill)).toHaveAttribute('aria-invalid', 'true')
    await page.getByLabel(t.application.waybill).fill('SF1234567890123')
    await page.getByRole('button', { name: t.support.enterParcel }).click()
    await expect(page.getByText('顺丰速运 SF1234567890123')).toBeVisible()

    const clerk = await Clerk.signedIn()
    const request = lastPart(page)
    await clerk.answer(request, '已收到您寄回的发票。')
    await expect(page.getByText('已收到您寄回的发票。')).toBeVisible()
    await expect(
      page.locator('.chip').getByText(t.support.status.WAITING_FOR_CUSTOMER),
    ).toBeVisible()

    // When the old one is void, a new one is issued under the right title
    const fapiao = await clerk.declareVoid(id, await Clerk.signedIn('LEAD'))
    const { id: anew } = await clerk.reissue(fapiao, {
      titleType: 'ORGANIZATION',
      name: '北京样例贸易有限公司',
      taxpayerId: TAX_ID,
    })
    await clerk.accept(anew)
    const number = await clerk.issue(anew)
    await clerk.resolve(request, '已按新抬头重新开具。')
    await expect(page.getByText('已按新抬头重新开具。')).toBeVisible()

    // Then both stand in the list, and the old one leads to the new one
    await page.goto('/fapiaos')
    await expect(page.getByText(number)).toBeVisible()
    await expect(page.getByText(t.fapiaos.status.VOIDED)).toBeVisible()
    await page.getByRole('link', { name: t.fapiaos.replacement }).click()
    await expect(page.getByRole('heading', { name: '北京样例贸易有限公司' })).toBeVisible()
    await expect(page.getByText(t.application.inPlaceOf)).toBeVisible()
    await page.goto(`/support/${request}`)
    await page.getByRole('link', { name: t.support.title }).click()
    await expect(page.getByRole('listitem').getByText(t.support.kind.TITLE_CHANGE)).toBeVisible()
  })
})

test.describe('in German on a desk', () => {
  test.use({ locale: 'de', viewport: DESK })

  test('a file of the wrong kind is refused at its field, and a PDF comes back as it was', async ({
    page,
    t,
  }) => {
    const { email } = await customerWithBill()
    await arriveSignedIn(page, email)
    await page.goto('/support')
    await expect(page.getByRole('heading', { name: t.support.empty, exact: true })).toBeVisible()
    await page.getByRole('link', { name: t.support.kind.OTHER }).click()
    await page.getByLabel(t.support.text).fill('Ist die Gewerbelizenz noch gültig?')

    // By its name, before anything is sent
    await attach(page, t, 'liste.docx', Buffer.from('PK'))
    await expect(
      page.getByText(t.support.file.kind.replace('{{name}}', 'liste.docx')),
    ).toBeVisible()
    await page.getByRole('button', { name: t.support.send }).click()
    await expect(page).toHaveURL(/\/support\/new/)
    await page.getByTitle('Datei entfernen').click()
    await page.getByRole('button', { name: t.support.send }).click()
    await expect(page.getByText(t.support.sent)).toBeVisible()

    // By what it is, whatever it is called
    await page.getByLabel(t.support.text).fill('Hier ist sie.')
    await attach(page, t, 'lizenz.pdf', Buffer.from('no PDF at all'))
    await page.getByRole('button', { name: t.support.sendAnswer }).click()
    await expect(
      page.getByText(t.support.file.kind.replace('{{name}}', 'lizenz.pdf')),
    ).toBeVisible()
    await expect(page.getByLabel(t.support.text)).toHaveValue('Hier ist sie.')
    await page.getByTitle('Datei entfernen').click()
    await attach(page, t, 'Gewerbelizenz 营业执照.pdf', PDF)
    await page.getByRole('button', { name: t.support.sendAnswer }).click()
    await expect(page.getByText('Hier ist sie.')).toBeVisible()
    await expect(page.getByLabel(t.support.text)).toHaveValue('')

    const saved = page.waitForEvent('download')
    await page.getByRole('button', { name: `${t.support.saveFile}: Gewerbelizenz` }).click()
    const file = await saved
    expect(file.suggestedFilename()).toBe('Gewerbelizenz 营业执照.pdf')
    expect(await readFile(await file.path())).toEqual(PDF)
  })
})

/** A customer whose Fapiao was mailed out on paper. */
async function customerWithFapiao(): Promise<{ email: string; id: string }> {
  const { email, billId, token } = await customerWithBill()
  const { id } = await asCustomer<{ id: string }>(token, 'POST', '/applications', {
    items: [{ billId }],
    type: 'ORDINARY',
    medium: 'PAPER',
    buyer: { titleType: 'ORGANIZATION', name: '上海示例科技有限公司', taxpayerId: TAX_ID },
    delivery: { method: 'PICKUP', recipient: '王小明', phone: '13800138000' },
  })
  await asCustomer(token, 'POST', `/applications/${id}/confirmation`)
  const clerk = await Clerk.signedIn()
  await clerk.accept(id)
  await clerk.issue(id)
  return { email, id }
}

async function fillPart(page: Page, t: Texts, at: number, person: string) {
  const part = page.getByRole('group', { name: /^Part/ }).nth(at)
  await part.getByRole('radio', { name: t.apply.INDIVIDUAL }).check()
  await part.getByLabel(t.apply.name).fill(person)
}

/** From the review of a drafted part, whose delivery nobody has chosen yet, to its confirmation. */
async function confirmPart(page: Page, t: Texts, amount: string) {
  await expectStep(page, t, 'review')
  await expect(page.getByText(amount).first()).toBeVisible()
  await page.getByRole('button', { name: t.common.back }).click()
  await expectStep(page, t, 'shipping')
  await fillPickup(page, t)
  await next(page, t)
  await expectStep(page, t, 'review')
  await expect(page.getByText(amount).first()).toBeVisible()
  await confirm(page, t)
}

async function attach(page: Page, t: Texts, name: string, buffer: Buffer) {
  await page
    .getByLabel(t.support.files)
    .setInputFiles({ name, mimeType: 'application/octet-stream', buffer })
}

function lastPart(page: Page): string {
  return new URL(page.url()).pathname.split('/').at(-1) as string
}
