// The list of bills, a page at a time.
import { get } from './api.js'
import { $, amount, doing, element, moment } from './screen.js'

const STATUS = {
  SYNCHRONISING: 'Being synchronised',
  INVOICEABLE: 'Can be applied for',
  APPLIED: 'Applied for',
  ISSUED: 'Issued',
  BLOCKED: 'Cannot be applied for',
}

let nextCursor

/** Lists the first bills; `choose` is told which one a Fapiao is wanted for, `watch` which to follow. */
export async function listBills(choose, watch) {
  const list = await page()
  $('bill-list').replaceChildren(...list.map((bill) => item(bill, choose, watch)))
  $('no-bills').hidden = list.length > 0
}

export async function listMore(choose, watch) {
  const list = await page(nextCursor)
  $('bill-list').append(...list.map((bill) => item(bill, choose, watch)))
}

/** A cursor is only passed on: where the next page begins is the API's own business. */
async function page(cursor) {
  const query = new URLSearchParams({ limit: 20, ...(cursor && { cursor }) })
  const list = await get(`/bills?${query}`)
  nextCursor = list.nextCursor
  $('more-bills').hidden = nextCursor === undefined
  return list.items
}

function item(bill, choose, watch) {
  const why = bill.blockReasonText ? `: ${bill.blockReasonText}` : ''
  const shown = element(
    'li',
    {},
    element('h2', { textContent: bill.product }),
    element('p', { className: 'amount', textContent: amount(bill.amount) }),
    element('p', {
      className: 'muted',
      textContent: `${bill.orderNumber}, paid ${moment(bill.paidAt)} by ${bill.payerName}`,
    }),
    element('p', { textContent: STATUS[bill.status] + why }),
  )
  if (bill.status === 'INVOICEABLE') {
    shown.append(button('Apply', bill, () => choose(bill)))
  }
  if (bill.applicationId) {
    shown.append(button('Progress', bill, () => watch(bill.applicationId)))
  }
  return shown
}

/** Its name says for which bill, to those who hear it without the rest. */
function button(text, bill, action) {
  const made = element('button', { textContent: text, ariaLabel: `${text}: ${bill.orderNumber}` })
  made.addEventListener('click', () => doing(made, action))
  return made
}
