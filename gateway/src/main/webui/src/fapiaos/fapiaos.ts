import { useInfiniteQuery, useQueries } from '@tanstack/react-query'
import { answer, api } from '../api/client'
import type { Tone } from '../app/Chip'
import { readApplication, type Versioned } from '../apply/calls'
import type { components } from '../generated/api'

export type Fapiao = components['schemas']['Fapiao']
type Status = components['schemas']['FapiaoStatus']

export const TONES: Record<Status, Tone> = {
  ISSUED: 'good',
  RETURNING: 'warn',
  VOIDED: 'bad',
  RED_LETTERED: 'bad',
}

/** Newest first, a page at a time. */
export function useFapiaos() {
  return useInfiniteQuery({
    queryKey: ['fapiaos'],
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam }) =>
      answer(api.GET('/api/v1/fapiaos', { params: { query: { limit: 20, cursor: pageParam } } })),
    getNextPageParam: (page) => page.nextCursor,
    select: (data) => data.pages.flatMap((page) => page.items ?? []),
  })
}

/** The applications of some Fapiao, by id, as they arrive: they know the title and the orders. */
export function useApplicationsOf(fapiaos: readonly Fapiao[]): Map<string, Versioned['data']> {
  const ids = [...new Set(fapiaos.map((each) => each.applicationId))]
  return useQueries({
    queries: ids.map((id) => ({
      queryKey: ['application', id],
      queryFn: () => readApplication(id),
      staleTime: 60_000,
    })),
    combine: (answers) =>
      new Map(
        answers.flatMap(({ data }) => (data?.data.id ? [[data.data.id, data.data] as const] : [])),
      ),
  })
}
