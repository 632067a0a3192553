import { useInfiniteQuery } from '@tanstack/react-query'
import { answer, api } from '../api/client'
import type { Tone } from '../app/Chip'
import type { components } from '../generated/api'

export type Application = components['schemas']['Application']
export type Status = components['schemas']['ApplicationStatus']
export type Step = components['schemas']['ProgressStep']

export const TONES: Record<Status, Tone> = {
  DRAFT: 'plain',
  SUBMITTED: 'busy',
  IN_PROCESS: 'busy',
  WAITING_FOR_STOCK: 'warn',
  ISSUING: 'busy',
  ISSUE_UNKNOWN: 'busy',
  ISSUED: 'good',
  MAILED_OUT: 'good',
  READY_FOR_PICKUP: 'good',
  DELIVERED_ELECTRONICALLY: 'good',
  COMPLETED: 'plain',
  RETURNED: 'warn',
  LOST: 'bad',
  CANCELLED: 'plain',
  REJECTED: 'bad',
}

export function toneOf(status: string | undefined): Tone {
  return TONES[status as Status] ?? 'plain'
}

/** Not issued yet, so that its due moment still counts. */
const PROMISED: Status[] = [
  'SUBMITTED',
  'IN_PROCESS',
  'WAITING_FOR_STOCK',
  'ISSUING',
  'ISSUE_UNKNOWN',
]

export function isPromised(status: Status | undefined): boolean {
  return status !== undefined && PROMISED.includes(status)
}

/** Until it is mailed out, recipient and address can be changed. */
export function canChangeDelivery(status: Status | undefined): boolean {
  return isPromised(status) || status === 'ISSUED'
}

/** Newest first, a page at a time. */
export function useApplications() {
  return useInfiniteQuery({
    queryKey: ['applications'],
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam }) =>
      answer(
        api.GET('/api/v1/applications', { params: { query: { limit: 20, cursor: pageParam } } }),
      ),
    getNextPageParam: (page) => page.nextCursor,
    select: (data) => data.pages.flatMap((page) => page.items ?? []),
    refetchInterval: 20_000,
  })
}
