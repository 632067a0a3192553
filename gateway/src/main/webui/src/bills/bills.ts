import { useInfiniteQuery } from '@tanstack/react-query'
import { useEffect } from 'react'
import { answer, api } from '../api/client'
import { renew } from '../api/session'
import type { Tone } from '../app/Chip'
import type { components } from '../generated/api'

type Read = components['schemas']['Bill']
/** A bill as it is read: what the contract leaves optional but the service always sends is there. */
export type Bill = Read &
  Required<
    Pick<
      Read,
      | 'id'
      | 'orderNumber'
      | 'product'
      | 'amount'
      | 'invoiceableAmount'
      | 'payerName'
      | 'paidAt'
      | 'status'
    >
  >
export type BillStatus = Bill['status']

export const STATUSES: BillStatus[] = [
  'INVOICEABLE',
  'SYNCHRONISING',
  'APPLIED',
  'ISSUED',
  'BLOCKED',
]

export const TONES: Record<BillStatus, Tone> = {
  SYNCHRONISING: 'busy',
  INVOICEABLE: 'good',
  APPLIED: 'busy',
  ISSUED: 'plain',
  BLOCKED: 'warn',
}

const PAGE = 50

/** Newest first, a page at a time. */
export function useBills(status: BillStatus | undefined) {
  return useInfiniteQuery({
    queryKey: ['bills', status ?? 'all'],
    initialPageParam: undefined as string | undefined,
    queryFn: async ({ pageParam }) =>
      answer(
        api.GET('/api/v1/bills', {
          params: { query: { limit: PAGE, cursor: pageParam, status } },
        }),
      ),
    getNextPageParam: (page) => page.nextCursor,
    select: (data) => data.pages.flatMap((page) => (page.items ?? []) as Bill[]),
    refetchInterval: 20_000,
  })
}

const LOOK_MS = 60_000
let lookedAt = Date.now()

/** Looks for bills of new orders on entering the page and on coming back to it, once a minute. */
export function useLookingOnReturn(refetch: () => unknown) {
  useEffect(() => {
    const look = () => {
      if (document.visibilityState === 'visible' && Date.now() - lookedAt > LOOK_MS) {
        void lookAgain(refetch)
      }
    }
    look()
    document.addEventListener('visibilitychange', look)
    window.addEventListener('focus', look)
    return () => {
      document.removeEventListener('visibilitychange', look)
      window.removeEventListener('focus', look)
    }
  }, [refetch])
}

/**
 * A token names the customers of its account; one that was linked a moment ago is in the next
 * token only.
 */
export async function lookAgain(refetch: () => unknown) {
  lookedAt = Date.now()
  await renew().catch(() => undefined)
  refetch()
}
