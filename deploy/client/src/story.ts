// The story of one Fapiao as an integrator writes it: a customer pays, registers, applies and
// confirms; the service centre accepts, issues and mails out. Types come from the contracts alone.
import type { components } from './generated/api.js'
import { answer, api, awaited, done, mailed, problem, setting, type Api } from './suite.js'

type ApplicationRequest = components['schemas']['ApplicationRequest']

const run = Date.now()
const orderNumber = `C${run}`
const email = `client-${run}@contoso.example`
const password = `correct horse battery ${run}`
const eightDigits = String(run).slice(-8)

function tell(line: string): void {
  console.log(line)
}

/** The payment platform is not ours, so it is called without types. */
async function pay(): Promise<void> {
  const paidAt = new Date(run - 4 * 24 * 3600 * 1000).toISOString()
  const response = await fetch(`${setting('SIMULATOR')}/orders`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({
      orderNumber,
      payer: { name: 'Contoso', email },
      product: 'Office 365 E3, 12 months',
      amount: { currency: 'CNY', value: '1270.00' },
      paidAt,
    }),
  })
  if (response.status !== 201) {
    throw new Error(`the payment platform answered ${response.status}`)
  }
}

async function register(): Promise<void> {
  const account = api()
  const claimCode = await mailed('the order confirmation', email, /claim=([\w-]+)/)
  done(
    await account.POST('/api/v1/registrations', {
      body: { orderNumber, email, password, claimCode, locale: 'en' },
    }),
  )
  const token = await mailed('the activation mail', email, /activate#token=([\w-]+)/)
  done(await account.POST('/api/v1/activations', { body: { token } }))
}

async function signIn(who: { email: string; password: string }): Promise<Api> {
  const session = answer(await api().POST('/api/v1/sessions', { body: who }))
  return api(session.accessToken)
}

async function apply(customer: Api): Promise<string> {
  const bill = await awaited('the billing record', async () => {
    const bills = answer(
      await customer.GET('/api/v1/bills', { params: { query: { limit: 20 } } }),
    )
    return bills.items.find((one) => one.status === 'INVOICEABLE')
  })
  tell(`${bill.product}: ${bill.invoiceableAmount.value} ${bill.invoiceableAmount.currency}`)
  const order = answer(
    await customer.GET('/api/v1/orders/{orderNumber}', { params: { path: { orderNumber } } }),
  )
  tell(`paid ${order.amount.value}, refunded ${order.refundedAmount.value}`)

  const draft: Omit<ApplicationRequest, 'buyer'> = {
    items: [{ billId: bill.id }],
    type: 'ORDINARY',
    medium: 'PAPER',
    delivery: {
      method: 'SF_COLLECT',
      recipient: '王小明',
      phone: '13800138000',
      region: '310115',
      address: '科苑路88号',
    },
  }
  const refused = problem(
    await customer.POST('/api/v1/applications', {
      body: { ...draft, buyer: { titleType: 'ORGANIZATION', name: '上海示例科技有限公司' } },
    }),
  )
  if (refused.type !== 'urn:fapiaosuite:problem:validation' || refused.violations === undefined) {
    throw new Error(`without a taxpayer id, ${refused.type} was answered`)
  }
  for (const { field, message } of refused.violations) {
    tell(`refused: ${field} ${message}`)
  }
  const application = answer(
    await customer.POST('/api/v1/applications', {
      params: { header: { 'Idempotency-Key': `apply-${run}` } },
      body: { ...draft, buyer: { titleType: 'INDIVIDUAL', name: '王小明' } },
    }),
  )
  const { netAmount, taxAmount, amount } = application
  tell(`${application.status}: ${netAmount.value} + ${taxAmount.value} = ${amount.value}`)
  const confirmed = answer(
    await customer.POST('/api/v1/applications/{id}/confirmation', {
      params: { path: { id: application.id } },
    }),
  )
  tell(`${confirmed.status}, due ${confirmed.dueAt ?? 'at an unknown time'}`)
  return application.id
}

async function work(clerk: Api, id: string): Promise<void> {
  const path = { id }
  const accepted = answer(
    await clerk.POST('/api/v1/service-centre/applications/{id}/acceptance', {
      params: { path },
    }),
  )
  tell(accepted.status)
  const issued = answer(
    await clerk.POST('/api/v1/service-centre/applications/{id}/issue', {
      params: { path },
      body: {
        fapiaos: [
          {
            numberScheme: 'LEGACY_CODE_NUMBER',
            code: '3100261330',
            number: eightDigits,
            issuedOn: new Intl.DateTimeFormat('sv', { timeZone: 'Asia/Shanghai' }).format(run),
          },
        ],
      },
    }),
  )
  tell(issued.status)
  const mailedOut = answer(
    await clerk.POST('/api/v1/service-centre/applications/{id}/mail-out', {
      params: { path },
      body: { carrier: 'SF', waybill: `SF13800${eightDigits}` },
    }),
  )
  tell(mailedOut.status)
  const mails = answer(
    await clerk.GET('/api/v1/notifications', {
      params: { query: { recipient: email } },
    }),
  )
  tell(`mails: ${mails.items.map((mail) => mail.kind).join(', ')}`)
}

async function follow(customer: Api, id: string): Promise<void> {
  const progress = answer(
    await customer.GET('/api/v1/applications/{id}/progress', { params: { path: { id } } }),
  )
  for (const { at, status, remark } of progress.items) {
    tell(`${at} ${status} ${remark}`)
  }
  if (progress.items.at(-1)?.status !== 'MAILED_OUT') {
    throw new Error('the Fapiao was not mailed out')
  }
}

await pay()
await register()
const customer = await signIn({ email, password })
const id = await apply(customer)
await work(
  await signIn({ email: setting('CLERK_EMAIL'), password: setting('CLERK_PASSWORD') }),
  id,
)
await follow(customer, id)
done(await customer.DELETE('/api/v1/sessions/current'))
tell('The story is told.')
