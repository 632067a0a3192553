import { useQuery } from '@tanstack/react-query'
import { answer, api, versioned } from '../api/client'
import { hasSlug } from '../api/problem'
import type { Bill } from '../bills/bills'
import { useTranslation } from '../texts/useTranslation'
import { createTitle } from '../titles/titles'
import type { Application, ApplicationRequest, Buyer, Kept, Method } from './draft'

type Draft = NonNullable<Kept['draft']>

export interface Versioned {
  data: Application
  etag: string | undefined
}

export function readApplication(id: string): Promise<Versioned> {
  return versioned(api.GET('/api/v1/applications/{id}', { params: { path: { id } } }))
}

/** The ways of delivery on offer, named in the reader's language. */
export function useMethods() {
  const { language } = useTranslation()
  return useQuery({
    queryKey: ['delivery-methods', language],
    queryFn: async () =>
      ((await answer(api.GET('/api/v1/delivery-methods'))).items ?? []) as Method[],
    staleTime: 60_000,
  })
}

/** What the wizard begins with. */
export function useBasis(billIds: readonly string[], draftId: string | undefined) {
  return useQuery({
    queryKey: ['apply', billIds, draftId],
    queryFn: async () => {
      const [bills, defaults, draft] = await Promise.all([
        Promise.all(
          billIds.map((id) => answer(api.GET('/api/v1/bills/{id}', { params: { path: { id } } }))),
        ),
        answer(
          api.GET('/api/v1/bills/{id}/application-defaults', {
            params: { path: { id: billIds[0] ?? '' } },
          }),
        ),
        draftId === undefined ? undefined : readApplication(draftId),
      ])
      return { bills: bills as Bill[], defaults, draft }
    },
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
  })
}

const keys = new Map<string, string>()

/** The same content is sent under the same key, however often it is sent. */
function keyFor(content: unknown): string {
  const text = JSON.stringify(content)
  const key = keys.get(text) ?? crypto.randomUUID()
  keys.set(text, key)
  return key
}

/** Saves the draft; checked whole by the API, so that it can be confirmed as it stands. */
export async function saveDraft(
  body: ApplicationRequest,
  draft: Draft | undefined,
): Promise<Versioned> {
  if (draft === undefined) {
    return versioned(
      api.POST('/api/v1/applications', {
        params: { header: { 'Idempotency-Key': keyFor(body) } },
        body,
      }),
    )
  }
  const replace = (etag: string | undefined) =>
    versioned(
      api.PUT('/api/v1/applications/{id}', {
        params: { path: { id: draft.id }, header: { 'If-Match': etag } },
        body,
      }),
    )
  try {
    return await replace(draft.etag)
  } catch (error) {
    if (!hasSlug(error, 'precondition-failed')) {
      throw error
    }
    // Another tab of the same person saved it; what was typed last counts.
    return replace((await readApplication(draft.id)).etag)
  }
}

/** Hands the draft over as it was reviewed. */
export function confirmDraft(draft: Draft): Promise<Versioned> {
  return versioned(
    api.POST('/api/v1/applications/{id}/confirmation', {
      params: {
        path: { id: draft.id },
        header: { 'Idempotency-Key': draft.confirmKey, 'If-Match': draft.etag },
      },
    }),
  )
}

/** Keeps the title for the next time; one that is there already is kept. */
export async function saveTitle(buyer: Buyer) {
  try {
    await createTitle(buyer)
  } catch (error) {
    if (!hasSlug(error, 'title-exists')) {
      throw error
    }
  }
}
