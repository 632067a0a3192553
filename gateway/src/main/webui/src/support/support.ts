import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { answer, api, versioned } from '../api/client'
import { hasSlug } from '../api/problem'
import { saveAs } from '../api/save'
import type { Tone } from '../app/Chip'
import type { components } from '../generated/api'

type Schemas = components['schemas']
export type Case = Schemas['SupportCase']
export type CaseFile = Schemas['SupportFile']
export type CaseRequest = Schemas['SupportCaseRequest']
export type Kind = Schemas['CaseKind']
export type Message = Schemas['SupportMessage']
export type Part = Schemas['SplitPart']
export type SendBack = Schemas['SendBack']
type Parcel = Schemas['ReturnParcelRequest']
type Status = Schemas['CaseStatus']

export interface VersionedCase {
  data: Case
  etag: string | undefined
}

export const KINDS: Kind[] = ['SPLIT', 'TITLE_CHANGE', 'NOT_RECEIVED', 'OTHER']

export const TONES: Record<Status, Tone> = {
  OPEN: 'busy',
  WAITING_FOR_CUSTOMER: 'warn',
  WAITING_FOR_US: 'busy',
  RESOLVED: 'good',
  CLOSED: 'plain',
}

export function hasEnded({ status }: Case): boolean {
  return status === 'RESOLVED' || status === 'CLOSED'
}

/** Whether papers have to come back, and nobody has told of the parcel yet. */
export function waitsForPapers({ sendBack }: Case): boolean {
  return (sendBack?.copies.length ?? 0) > 0 && sendBack?.parcel === undefined
}

/** Where to ask for something, with what it is about chosen already. */
export function newCasePath(about: { kind?: Kind; billId?: string; applicationId?: string }) {
  const { kind, billId, applicationId } = about
  const search = new URLSearchParams({
    ...(kind ? { kind } : {}),
    ...(applicationId ? { application: applicationId } : billId ? { bill: billId } : {}),
  })
  return search.size > 0 ? `/support/new?${search}` : '/support/new'
}

/** Newest first, a page at a time. */
export function useCases() {
  return useInfiniteQuery({
    queryKey: ['support-cases'],
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam }) =>
      answer(
        api.GET('/api/v1/support-cases', {
          params: { query: { limit: 20, cursor: pageParam } },
        }),
      ),
    getNextPageParam: (page) => page.nextCursor,
    select: (data) => data.pages.flatMap((page) => page.items),
    refetchInterval: 20_000,
  })
}

/** One with its conversation, to which an answer may come at any moment. */
export function useCase(id: string) {
  return useQuery({
    queryKey: ['support-case', id],
    queryFn: () => readCase(id),
    refetchInterval: 10_000,
  })
}

function readCase(id: string): Promise<VersionedCase> {
  return versioned(api.GET('/api/v1/support-cases/{id}', { params: { path: { id } } }))
}

/** Opens a case; sent again under the same key, it is the same case. */
export function openCase(body: CaseRequest, key: string): Promise<VersionedCase> {
  return versioned(
    api.POST('/api/v1/support-cases', {
      params: { header: { 'Idempotency-Key': key } },
      body,
    }),
  )
}

export function writeMessage(id: string, text: string): Promise<VersionedCase> {
  return versioned(
    api.POST('/api/v1/support-cases/{id}/messages', {
      params: { path: { id } },
      body: { text },
    }),
  )
}

/**
 * Tells in which parcel papers come back.
 *
 * @param read the case as it was shown
 */
export async function enterParcel(read: VersionedCase, body: Parcel): Promise<VersionedCase> {
  const { id } = read.data
  const put = (etag: string | undefined) =>
    versioned(
      api.PUT('/api/v1/support-cases/{id}/return-parcel', {
        params: { path: { id }, header: { 'If-Match': etag } },
        body,
      }),
    )
  try {
    return await put(read.etag)
  } catch (error) {
    if (!hasSlug(error, 'precondition-failed')) {
      throw error
    }
    // A message has come meanwhile, which changes nothing about the parcel.
    return put((await readCase(id)).etag)
  }
}

/** Adds a file to the conversation. */
export async function sendFile(id: string, file: File): Promise<void> {
  const body = new FormData()
  body.append('file', file, file.name)
  await answer(
    api.POST('/api/v1/support-cases/{id}/files', {
      params: { path: { id } },
      body: body as never,
      bodySerializer: () => body,
    }),
  )
}

/** Saves a file of the conversation, fetched as the signed-in reader. */
export async function saveFile(id: string, file: CaseFile) {
  const content = await answer(
    api.GET('/api/v1/support-cases/{id}/files/{fileId}', {
      params: { path: { id, fileId: file.id } },
      parseAs: 'blob',
    }),
  )
  saveAs(content as unknown as Blob, file.name)
}
