import type { Bill } from '../bills/bills'
import type { components } from '../generated/api'
import { typedMoney } from '../money/money'
import { buyerOf } from '../titles/titles'

type Schemas = components['schemas']
export type Application = Schemas['Application']
export type ApplicationRequest = Schemas['ApplicationRequest']
export type Buyer = Schemas['Buyer']
export type Delivery = Schemas['Delivery']
export type DeliveryMethod = Schemas['DeliveryMethod']
export type Method = Schemas['DeliveryOption']

/** The form of the wizard: the request, with amounts as they are typed. */
export interface Entry {
  items: { billId: string; partial?: boolean; amount?: string }[]
  type: Schemas['FapiaoType']
  medium: Schemas['Medium']
  purpose: Schemas['Purpose']
  buyer: Partial<Buyer>
  delivery: Partial<Delivery>
  /** The delivery of the other medium, kept for somebody who changes their mind again. */
  aside?: Partial<Delivery>
  saveTitle?: boolean
}

/** What the tab keeps, so that a reload or a lost session costs no typing. */
export interface Kept {
  entry: Entry
  draft?: { id: string; etag?: string; confirmKey: string }
}

export function recall(key: string): Kept | undefined {
  try {
    const kept = sessionStorage.getItem(`fapiao.apply.${key}`)
    return kept === null ? undefined : (JSON.parse(kept) as Kept)
  } catch {
    return undefined
  }
}

export function keep(key: string, kept: Kept | undefined) {
  try {
    if (kept === undefined) {
      sessionStorage.removeItem(`fapiao.apply.${key}`)
    } else {
      sessionStorage.setItem(`fapiao.apply.${key}`, JSON.stringify(kept))
    }
  } catch {
    // Without storage a reload starts anew.
  }
}

export function newEntry(bills: readonly Bill[], defaults: Schemas['ApplicationDefaults']): Entry {
  return {
    items: bills.map((bill) => ({ billId: bill.id })),
    type: defaults.type,
    medium: defaults.medium,
    purpose: defaults.purpose,
    buyer: defaults.buyer,
    delivery: { method: 'YUNDA', ...defaults.delivery },
  }
}

/** A draft that was saved earlier, to go on with. */
export function entryOf(application: Application, bills: readonly Bill[]): Entry {
  return {
    items: (application.items ?? []).map((item) => {
      const bill = bills.find(({ id }) => id === item.billId)
      const partial = item.amount?.value !== bill?.invoiceableAmount.value
      return {
        billId: item.billId ?? '',
        partial,
        amount: partial ? item.amount?.value : undefined,
      }
    }),
    type: application.type ?? 'ORDINARY',
    medium: application.medium ?? 'PAPER',
    purpose: application.purpose ?? 'GENERAL',
    buyer: { ...application.buyer },
    delivery: { ...application.delivery },
  }
}

/**
 * The delivery that goes with the medium: the one that was entered, or, once the medium was
 * changed, what was entered for the other one before, else a fresh one.
 */
export function deliveryFor(
  { medium, delivery, aside }: Pick<Entry, 'medium' | 'delivery' | 'aside'>,
  email: string | undefined,
): Pick<Entry, 'delivery' | 'aside'> {
  const electronic = medium === 'ELECTRONIC'
  if (electronic === (delivery.method === 'EMAIL')) {
    return { delivery, aside }
  }
  const fresh: Partial<Delivery> = electronic
    ? { method: 'EMAIL', recipient: email }
    : { method: 'YUNDA' }
  return { delivery: aside ?? fresh, aside: delivery }
}

/** What the API takes: only the fields of the chosen way of delivery, nothing empty. */
export function requestOf(entry: Entry, methods: readonly Method[]): ApplicationRequest {
  return {
    items: entry.items.map(({ billId, partial, amount }) =>
      partial && amount
        ? // What is no amount at all is sent as it is: the API says what is wrong with it.
          { billId, amount: typedMoney(amount) ?? { currency: 'CNY', value: amount } }
        : { billId },
    ),
    type: entry.type,
    medium: entry.medium,
    purpose: entry.purpose,
    buyer: buyerOf(entry.buyer),
    delivery: deliveryOf(entry.delivery, methods),
  }
}

export function deliveryOf(delivery: Partial<Delivery>, methods: readonly Method[]): Delivery {
  const fields = methods.find(({ method }) => method === delivery.method)?.fields ?? []
  const taken = Object.entries(delivery).filter(
    ([name]) => name === 'method' || fields.includes(name),
  )
  return filled(Object.fromEntries(taken)) as unknown as Delivery
}

function filled<T extends object>(values: T): Partial<T> {
  return Object.fromEntries(
    Object.entries(values).flatMap(([name, value]) => {
      const text = typeof value === 'string' ? value.trim() : value
      return text === undefined || text === null || text === '' ? [] : [[name, text]]
    }),
  ) as Partial<T>
}

export const STEPS = ['type', 'information', 'shipping', 'review', 'confirm'] as const
export type Step = (typeof STEPS)[number]

/** The step that shows a field of the request. */
export function stepOf(field: string): Step {
  const [first] = field.split(/[.[]/)
  if (first === 'buyer') {
    return 'information'
  }
  if (first === 'purpose') {
    return 'information'
  }
  return first === 'delivery' ? 'shipping' : 'type'
}
