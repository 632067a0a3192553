import { randomUUID } from 'node:crypto'
import { expect } from '@playwright/test'

/** The running suite, seen from outside of the browser: who pays, what is mailed, what clerks do. */
export const gateway = process.env.GATEWAY ?? 'http://127.0.0.1:8080'
const mailbox = process.env.MAILBOX ?? 'http://127.0.0.1:8025'
const simulator = process.env.SIMULATOR ?? 'http://127.0.0.1:8090'

export const PASSWORD = 'correct horse battery staple'
export const PAYER = '上海示例科技有限公司'
export const TAX_ID = '91310106552993944D'
const DAY_MS = 86_400_000
/** How often is looked, in ms: what is waited for usually takes less than a second. */
const SOON = [100, 200, 300]

export interface Mail {
  subject: string
  text: string
}

export interface Order {
  orderNumber: string
  email: string
}

export async function call<T>(
  base: string,
  method: string,
  path: string,
  body?: unknown,
  token?: string,
): Promise<T> {
  const response = await fetch(base + path, {
    method,
    headers: {
      'Content-Type': 'application/json',
      'Accept-Language': 'en',
      ...(token ? { Authorization: `Bearer ${token}` } : {}),
    },
    body: body === undefined ? undefined : JSON.stringify(body),
  })
  const text = await response.text()
  if (!response.ok) {
    throw new Error(`${method} ${path} answered ${response.status}: ${text}`)
  }
  return (text === '' ? undefined : JSON.parse(text)) as T
}

export function someAddress(): string {
  return `finance-${randomUUID()}@contoso.example`
}

interface Payment {
  email?: string
  daysAgo?: number
  payer?: string
  amount?: string
  customerId?: string
  product?: string
}

/** Somebody pays an order; four days ago unless said otherwise, so that it can be applied for. */
export async function pay({
  email = someAddress(),
  daysAgo = 4,
  payer = PAYER,
  amount = '1270.00',
  customerId,
  product = 'Office 365 E3, 12 months',
}: Payment = {}): Promise<Order> {
  const { orderNumber } = await call<{ orderNumber: string }>(simulator, 'POST', '/orders', {
    payer: { name: payer, email },
    product,
    amount: { currency: 'CNY', value: amount },
    paidAt: new Date(Date.now() - daysAgo * DAY_MS).toISOString(),
    ...(customerId ? { customerId } : {}),
  })
  return { orderNumber, email }
}

export function refund(orderNumber: string, amount?: string): Promise<unknown> {
  return call(simulator, 'POST', '/refunds', {
    orderNumber,
    ...(amount ? { amount: { currency: 'CNY', value: amount } } : {}),
  })
}

/** Waits for a mail to the address that carries a text. */
export async function mailTo(
  address: string,
  containing: string,
  besides: readonly Mail[] = [],
): Promise<Mail> {
  let found: Mail | undefined
  await expect
    .poll(
      async () => {
        const answer = await call<Mail[] | { items: Mail[] }>(
          mailbox,
          'GET',
          `/messages?to=${encodeURIComponent(address)}`,
        )
        const mails = Array.isArray(answer) ? answer : answer.items
        found = mails.find(
          (mail) =>
            mail.text.includes(containing) && !besides.some(({ text }) => text === mail.text),
        )
        return found !== undefined
      },
      { message: `mail to ${address} with ${containing}`, timeout: 45_000, intervals: SOON },
    )
    .toBe(true)
  return found as Mail
}

/** Path and fragment of the mail's link to a page. */
export function linkIn(mail: Mail, page: string): string {
  const link = mail.text.match(/https?:\/\/\S+/g)?.find((url) => new URL(url).pathname === page)
  if (link === undefined) {
    throw new Error(`no link to ${page} in: ${mail.text}`)
  }
  const { pathname, hash } = new URL(link)
  return pathname + hash
}

export interface Token {
  accessToken: string
}

/** Registers the payer of an order through the API, with the link of the confirmation mail. */
export async function register(order: Order, email = order.email) {
  const { claim } = Object.fromEntries(
    new URLSearchParams(linkIn(await mailTo(order.email, '/register#'), '/register').split('#')[1]),
  )
  await call(gateway, 'POST', '/api/v1/registrations', {
    orderNumber: order.orderNumber,
    email,
    password: PASSWORD,
    claimCode: claim,
    locale: 'en',
  })
}

/** A customer with an account, made through the API; gives an access token. */
export async function activeCustomer(order: Order, email = order.email): Promise<string> {
  await register(order, email)
  const token = new URLSearchParams(
    linkIn(await mailTo(email, '/activate#'), '/activate').split('#')[1],
  ).get('token')
  await call(gateway, 'POST', '/api/v1/activations', { token })
  const { accessToken } = await call<Token>(gateway, 'POST', '/api/v1/sessions', {
    email,
    password: PASSWORD,
  })
  return accessToken
}

export function asCustomer<T>(
  token: string,
  method: string,
  path: string,
  body?: unknown,
): Promise<T> {
  return call<T>(gateway, method, `/api/v1${path}`, body, token)
}

/** Waits until the order's bill is in a state, and gives its id. */
export async function bill(token: string, order: Order, status = 'INVOICEABLE'): Promise<string> {
  let id: string | undefined
  await expect
    .poll(
      async () => {
        const { items } = await asCustomer<{
          items: { id: string; orderNumber: string; status: string }[]
        }>(token, 'GET', '/bills?limit=100')
        id = items.find(
          (each) => each.orderNumber === order.orderNumber && each.status === status,
        )?.id
        return id !== undefined
      },
      { message: `bill of ${order.orderNumber} ${status}`, timeout: 60_000, intervals: SOON },
    )
    .toBe(true)
  return id as string
}

/** A customer whose bill can be applied for. */
export async function customerWithBill(
  payment: Payment = {},
): Promise<Order & { token: string; billId: string }> {
  const order = await pay(payment)
  const token = await activeCustomer(order)
  return { ...order, token, billId: await bill(token, order) }
}

/** Adds a file to a customer's request. */
export async function bringFile(token: string, caseId: string, name: string, content: Buffer) {
  const body = new FormData()
  body.append('file', new Blob([new Uint8Array(content)]), name)
  const response = await fetch(`${gateway}/api/v1/support-cases/${caseId}/files`, {
    method: 'POST',
    headers: { Authorization: `Bearer ${token}` },
    body,
  })
  if (!response.ok) {
    throw new Error(`${name} was answered with ${response.status}: ${await response.text()}`)
  }
}

/** The smallest that is one by its content. */
export const PDF = Buffer.from(
  '%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n',
)
