import { useInfiniteQuery } from '@tanstack/react-query'
import { answer, api, versioned } from '../api/client'
import type { components } from '../generated/api'

export type Title = components['schemas']['Title']
export type Buyer = components['schemas']['Buyer']
export type TitleRequest = components['schemas']['TitleRequest']

const REGISTERED = ['taxpayerId', 'address', 'phone', 'bankName', 'bankAccount'] as const

/** Newest first, a page at a time. */
export function useTitles() {
  return useInfiniteQuery({
    queryKey: ['titles', 'all'],
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam }) =>
      answer(api.GET('/api/v1/titles', { params: { query: { limit: 50, cursor: pageParam } } })),
    getNextPageParam: (page) => page.nextCursor,
    select: (data) => data.pages.flatMap((page) => page.items ?? []),
  })
}

export function readTitle(id: string) {
  return versioned(api.GET('/api/v1/titles/{id}', { params: { path: { id } } }))
}

export function createTitle(body: TitleRequest): Promise<Title> {
  return answer(api.POST('/api/v1/titles', { body }))
}

/**
 * Replaces a title as it was read.
 *
 * @throws ProblemError `precondition-failed` when it was changed since
 */
export function replaceTitle(
  id: string,
  etag: string | undefined,
  body: TitleRequest,
): Promise<Title> {
  return answer(
    api.PUT('/api/v1/titles/{id}', {
      params: { path: { id }, header: { 'If-Match': etag } },
      body,
    }),
  )
}

export async function deleteTitle(id: string) {
  await answer(api.DELETE('/api/v1/titles/{id}', { params: { path: { id } } }))
}

/** New applications begin with this title from now on. */
export async function makeDefault(id: string) {
  const { data, etag } = await readTitle(id)
  await replaceTitle(id, etag, requestOf({ ...data, default: true }))
}

/** What the API takes: nothing empty, and of a person the name only. */
export function buyerOf(entry: Partial<Buyer>): Buyer {
  const { titleType = 'ORGANIZATION', name = '' } = entry
  const registered = REGISTERED.flatMap((field) => {
    const value = entry[field]?.trim()
    return value && titleType === 'ORGANIZATION' ? [[field, value]] : []
  })
  return { titleType, name: name.trim(), ...Object.fromEntries(registered) }
}

export function requestOf(entry: Partial<TitleRequest>): TitleRequest {
  return { ...buyerOf(entry), default: entry.default ?? false }
}
