import { arriveSignedIn, DESK, expect, test } from './story'
import { asCustomer, customerWithBill } from './suite'

test.describe('in German on a desk', () => {
  test.use({ locale: 'de', viewport: DESK })

  test('without a live connection: another address, refused and then right, and a cancellation', async ({
    page,
    t,
  }) => {
    // Given
    const { email, billId, token } = await customerWithBill()
    const { id } = await asCustomer<{ id: string }>(token, 'POST', '/applications', {
      items: [{ billId }],
      type: 'ORDINARY',
      medium: 'PAPER',
      buyer: { titleType: 'INDIVIDUAL', name: '王小明' },
      delivery: { method: 'PICKUP', recipient: '王小明', phone: '13800138000' },
    })
    await asCustomer(token, 'POST', `/applications/${id}/confirmation`)
    await arriveSignedIn(page, email)
    await page.route('**/progress/stream', (route) => route.abort())
    await page.goto(`/applications/${id}`)
    await expect(page.getByText(t.application.polling)).toBeVisible()

    // When
    await page.getByRole('button', { name: t.application.changeAddress }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByLabel(t.apply.recipientPhone).fill('123')
    await dialog.getByRole('button', { name: t.common.save }).click()

    // Then
    await expect(dialog.getByLabel(t.apply.recipientPhone)).toHaveAttribute('aria-invalid', 'true')

    // When
    await dialog.getByLabel(t.apply.recipientPhone).fill('021-28986102')
    await dialog.getByRole('button', { name: t.common.save }).click()

    // Then
    await expect(page.getByText(t.application.changeSaved)).toBeVisible()
    await expect(page.getByText('021-28986102')).toBeVisible()

    // When
    await page.getByRole('button', { name: t.application.cancel }).click()
    await dialog.getByRole('button', { name: t.application.cancelYes }).click()

    // Then it is told although nothing is streamed
    await expect(page.locator('.chip').getByText(t.applications.status.CANCELLED)).toBeVisible()
    await expect(page.getByRole('link', { name: t.application.reapply })).toBeVisible()
  })
})
