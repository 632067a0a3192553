import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { answer, api } from '../api/client'
import { saveAs } from '../api/save'
import type { Tone } from '../app/Chip'
import type { components } from '../generated/api'

export type Order = components['schemas']['Order']
type Status = components['schemas']['OrderStatus']

export const TONES: Record<Status, Tone> = {
  AWAITING_PAYMENT: 'warn',
  SYNCHRONISING: 'busy',
  INVOICEABLE: 'good',
  HELD: 'warn',
  REFUNDED: 'plain',
}

/** Newest payment first, a page at a time. */
export function useOrders() {
  return useInfiniteQuery({
    queryKey: ['orders'],
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam }) =>
      answer(api.GET('/api/v1/orders', { params: { query: { limit: 50, cursor: pageParam } } })),
    getNextPageParam: (page) => page.nextCursor,
    select: (data) => data.pages.flatMap((page) => page.items ?? []),
  })
}

/** One of them with its refunds. */
export function useOrder(orderNumber: string) {
  return useQuery({
    queryKey: ['order', orderNumber],
    queryFn: () =>
      answer(api.GET('/api/v1/orders/{orderNumber}', { params: { path: { orderNumber } } })),
  })
}

/** Saves the PDF of an order, fetched as the signed-in reader. */
export async function saveInvoice(orderNumber: string) {
  const pdf = await answer(
    api.GET('/api/v1/orders/{orderNumber}/invoice', {
      params: { path: { orderNumber } },
      parseAs: 'blob',
    }),
  )
  saveAs(pdf as unknown as Blob, `${orderNumber}.pdf`)
}
