// Applying for a Fapiao: what to begin with, a draft that is checked as a whole, confirmation.
import { get, Refused, send } from './api.js'
import { $, amount, element, moment, show } from './screen.js'

const LABELS = {
  recipient: 'Recipient',
  phone: 'Phone',
  region: 'District code (six digits, GB/T 2260)',
  address: 'Street and number',
  postalCode: 'Postal code (optional)',
}

const form = $('application')
let bill
let options
let draft // the application as the API has it, once there is one
let etag
let key

form.addEventListener('input', forgetKey)
form.addEventListener('change', ({ target }) => {
  if (target.type === 'radio') {
    showFields()
  }
})

/** Another content is another intention, so it gets another Idempotency-Key. */
function forgetKey() {
  key = crypto.randomUUID()
}

/** Begins with what the customer would most likely enter. */
export async function begin(chosen) {
  const [defaults, methods] = await Promise.all([
    get(`/bills/${chosen.id}/application-defaults`),
    get('/delivery-methods'),
  ])
  bill = chosen
  options = methods.items
  draft = undefined
  forgetKey()
  $('delivery-methods').replaceChildren(...options.map(choice))
  form.reset()
  const delivery = defaults.delivery ?? { method: options[0].method }
  fill('delivery', { method: delivery.method })
  fill('buyer', defaults.buyer)
  showFields()
  fill('delivery', delivery)
  show('apply')
}

/** Saves the draft. The API checks it; what it has against a value is told where that stands. */
export async function save() {
  tellViolations([])
  const [method, path, headers] = draft
    ? ['PUT', `/applications/${draft.id}`, { 'If-Match': etag }]
    : ['POST', '/applications', { 'Idempotency-Key': key }]
  try {
    await keep(await send(method, path, { body: application(), headers }))
  } catch (error) {
    if (error instanceof Refused && tellViolations(error.problem.violations ?? [])) {
      throw new Error('Please look at what is marked in red.')
    }
    throw error
  }
  review()
}

/** Hands the draft over; gives the id of the application. */
export async function confirm() {
  const headers = { 'Idempotency-Key': key, 'If-Match': etag }
  await keep(await send('POST', `/applications/${draft.id}/confirmation`, { headers }))
  return draft.id
}

async function keep(response) {
  etag = response.headers.get('ETag')
  draft = await response.json()
}

function application() {
  const entered = new FormData(form)
  const taken = (group, fields) =>
    Object.fromEntries(
      fields
        .map((field) => [field, entered.get(`${group}.${field}`)?.trim()])
        .filter(([, value]) => value),
    )
  const option = chosenOption()
  return {
    items: [{ billId: bill.id }],
    type: 'ORDINARY',
    medium: option.medium,
    buyer: taken('buyer', ['titleType', 'name', 'taxpayerId']),
    delivery: taken('delivery', ['method', ...option.fields]),
  }
}

function chosenOption() {
  return options.find(({ method }) => method === form.elements['delivery.method'].value)
}

function choice({ method, name }) {
  return element(
    'label',
    {},
    element('input', { type: 'radio', name: 'delivery.method', value: method }),
    name,
  )
}

/** The fields that go with what is chosen, with what was entered in them before. */
function showFields() {
  const option = chosenOption()
  const individual = form.elements['buyer.titleType'].value === 'INDIVIDUAL'
  $('taxpayer-id').hidden = individual
  form.elements['buyer.taxpayerId'].disabled = individual
  const entered = new FormData(form)
  $('branch').textContent = option.branch
    ? `${option.branch.address}, ${option.branch.hours}`
    : ''
  $('delivery-fields').replaceChildren(
    ...option.fields.map((field) =>
      element(
        'label',
        { className: 'field' },
        option.method === 'EMAIL' ? 'E-mail address' : LABELS[field],
        element('input', {
          name: `delivery.${field}`,
          value: entered.get(`delivery.${field}`) ?? '',
        }),
      ),
    ),
  )
}

function fill(group, values) {
  for (const [field, value] of Object.entries(values)) {
    const input = form.elements[`${group}.${field}`]
    if (input) {
      input.value = value
    }
  }
}

/** Tells each at its field; true when there was one for every one of them. */
function tellViolations(violations) {
  for (const earlier of form.querySelectorAll('.wrong')) {
    earlier.remove()
  }
  for (const input of form.querySelectorAll('[aria-invalid]')) {
    input.removeAttribute('aria-invalid')
  }
  const told = violations.filter(({ field, message }) => {
    const input = form.querySelector(`.field [name="${CSS.escape(field)}"]`)
    input?.setAttribute('aria-invalid', 'true')
    input?.after(element('span', { className: 'wrong', textContent: message }))
    return input !== null
  })
  form.querySelector('[aria-invalid]')?.focus()
  return told.length > 0 && told.length === violations.length
}

function review() {
  const { netAmount, taxAmount, buyer, delivery, dueAt, warnings } = draft
  const facts = {
    Bill: `${bill.product}, ${bill.orderNumber}`,
    Title: [buyer.name, buyer.taxpayerId].filter(Boolean).join(', '),
    Delivery: options.find(({ method }) => method === delivery.method).name,
    To: [delivery.recipient, delivery.phone, delivery.region, delivery.address]
      .filter(Boolean)
      .join(', '),
    Amount: `${amount(draft.amount)} (${amount(netAmount)} and ${amount(taxAmount)} tax)`,
    'Issued by': dueAt ? `${moment(dueAt, 'Asia/Shanghai')} in China` : 'not known yet',
  }
  $('facts').replaceChildren(
    ...Object.entries(facts).flatMap(([term, text]) => [
      element('dt', { textContent: term }),
      element('dd', { textContent: text }),
    ]),
  )
  $('warnings').replaceChildren(
    ...warnings.map(({ message }) => element('li', { textContent: message })),
  )
  forgetKey()
  show('review')
}
