import { randomInt, randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { expect } from '@playwright/test'

/** The running suite, seen from outside of the browser: who pays, what is mailed, what clerks do. */
const gateway = process.env.GATEWAY ?? 'http://127.0.0.1:8080'
const mailbox = process.env.MAILBOX ?? 'http://127.0.0.1:8025'
const simulator = process.env.SIMULATOR ?? 'http://127.0.0.1:8090'

export const PASSWORD = 'correct horse battery staple'
export const PAYER = '上海示例科技有限公司'
export const TAX_ID = '91310106552993944D'
const DAY_MS = 86_400_000

export interface Mail {
  subject: string
  text: string
}

export interface Order {
  orderNumber: string
  email: string
}

async function call<T>(
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
}

/** Somebody pays an order; four days ago unless said otherwise, so that it can be applied for. */
export async function pay({
  email = someAddress(),
  daysAgo = 4,
  payer = PAYER,
  amount = '1270.00',
  customerId,
}: Payment = {}): Promise<Order> {
  const { orderNumber } = await call<{ orderNumber: string }>(simulator, 'POST', '/orders', {
    payer: { name: payer, email },
    product: 'Office 365 E3, 12 months',
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
      { message: `mail to ${address} with ${containing}`, timeout: 45_000 },
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

interface Token {
  accessToken: string
}

/** A customer with an account, made through the API. */
export async function activeCustomer(order: Order, email = order.email): Promise<string> {
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
      { message: `bill of ${order.orderNumber} ${status}`, timeout: 60_000 },
    )
    .toBe(true)
  return id as string
}

/** The service centre at work. */
export class Clerk {
  private constructor(private readonly token: string) {}

  static async signedIn(role = 'CLERK'): Promise<Clerk> {
    const file = process.env.SUITE_JSON
    if (file === undefined) {
      throw new Error('SUITE_JSON names no file')
    }
    const { staff } = JSON.parse(readFileSync(file, 'utf8')) as {
      staff: { role: string; email: string; password: string }[]
    }
    const member = staff.find((each) => each.role === role)
    const { accessToken } = await call<Token>(gateway, 'POST', '/api/v1/sessions', {
      email: member?.email,
      password: member?.password,
    })
    return new Clerk(accessToken)
  }

  accept(id: string): Promise<unknown> {
    return this.act(id, 'acceptance')
  }

  /** Types in a code and a number as they stand on the paper. */
  async issue(id: string, code = '3100261330'): Promise<string> {
    const number = String(randomInt(100_000_000)).padStart(8, '0')
    const issuedOn = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai' }).format(
      new Date(),
    )
    await this.act(id, 'issue', {
      fapiaos: [{ numberScheme: 'LEGACY_CODE_NUMBER', code, number, issuedOn }],
    })
    return number
  }

  mailOut(id: string, waybill: string): Promise<unknown> {
    return this.act(id, 'mail-out', { carrier: 'SF', waybill })
  }

  private act(id: string, action: string, body?: unknown): Promise<unknown> {
    return call(
      gateway,
      'POST',
      `/api/v1/service-centre/applications/${id}/${action}`,
      body,
      this.token,
    )
  }
}
