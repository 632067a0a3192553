import { useQuery } from '@tanstack/react-query'
import { answer, api } from '../api/client'
import { problemOf } from '../api/problem'
import type { Status } from '../applications/applications'
import { readApplication } from '../apply/calls'
import type { Application } from '../apply/draft'
import type { Bill } from '../bills/bills'
import type { Kind } from './support'

/** What a case can be about. */
export interface Subjects {
  bills: Bill[]
  applications: Application[]
}

/** `bill:<id>` or `application:<id>`, as a field holds it. */
export type Subject = `${'bill' | 'application'}:${string}`

const NO_FAPIAO: (Status | undefined)[] = ['DRAFT', 'CANCELLED', 'REJECTED']

/** The newest bills and applications of the reader, and those that a link names. */
export function useSubjects(billId: string | null, applicationId: string | null) {
  return useQuery({
    queryKey: ['support-subjects', billId, applicationId],
    queryFn: async (): Promise<Subjects> => {
      const query = { limit: 100 }
      const [bills, applications] = await Promise.all([
        answer(api.GET('/api/v1/bills', { params: { query } })),
        answer(api.GET('/api/v1/applications', { params: { query } })),
      ])
      return {
        bills: await including(bills.items as Bill[], billId, readBill),
        applications: await including(applications.items, applicationId, readOne),
      }
    },
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
  })
}

async function including<T extends { id?: string }>(
  listed: T[],
  id: string | null,
  read: (id: string) => Promise<T>,
): Promise<T[]> {
  if (id === null || listed.some((each) => each.id === id)) {
    return listed
  }
  try {
    return [await read(id), ...listed]
  } catch (error) {
    if (problemOf(error).status === 404) {
      // Somebody else's, or gone: there is still something else to ask about.
      return listed
    }
    throw error
  }
}

async function readBill(id: string): Promise<Bill> {
  return (await answer(api.GET('/api/v1/bills/{id}', { params: { path: { id } } }))) as Bill
}

async function readOne(id: string): Promise<Application> {
  return (await readApplication(id)).data
}

/** Those of the subjects that a kind can be about. */
export function subjectsFor(kind: Kind | undefined, { bills, applications }: Subjects): Subjects {
  const issued = applications.filter(({ status }) => !NO_FAPIAO.includes(status))
  switch (kind) {
    case 'SPLIT':
      return { bills: bills.filter(({ status }) => status === 'INVOICEABLE'), applications: [] }
    case 'TITLE_CHANGE':
    case 'NOT_RECEIVED':
      return { bills: [], applications: issued }
    default:
      return { bills, applications }
  }
}

/** Each of them as a field holds it. */
export function subjectValues({ bills, applications }: Subjects): Subject[] {
  return [
    ...bills.map(({ id }) => `bill:${id}` as const),
    ...applications.map(({ id }) => `application:${id}` as const),
  ]
}

export function billOf(subject: Subject | undefined, { bills }: Subjects): Bill | undefined {
  return bills.find(({ id }) => subject === `bill:${id}`)
}

export function applicationOf(
  subject: Subject | undefined,
  { applications }: Subjects,
): Application | undefined {
  return applications.find(({ id }) => subject === `application:${id}`)
}
