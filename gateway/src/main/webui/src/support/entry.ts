import { typedMoney } from '../money/money'
import { type Buyer, buyerOf } from '../titles/titles'
import { FEWEST_PARTS, type PartEntry } from './split'
import type { Subject } from './subjects'
import type { CaseRequest, Kind } from './support'

/** The form of a new case: the request, with amounts as they are typed, and files to send after it. */
export interface Entry {
  kind?: Kind
  subject?: Subject
  text?: string
  split: PartEntry[]
  newTitle: Partial<Buyer>
  files?: File[]
}

export const NEW_PART: PartEntry = { title: { titleType: 'ORGANIZATION' } }

export function newEntry(kind: Kind | undefined, subject: Subject | undefined): Entry {
  return {
    kind,
    subject,
    split: Array.from({ length: FEWEST_PARTS }, () => NEW_PART),
    newTitle: { titleType: 'ORGANIZATION' },
  }
}

/**
 * What the API takes: only what the kind is about.
 *
 * @param untold stands for the text where nothing was written
 */
export function requestOf(entry: Entry, untold: string): CaseRequest {
  const { kind = 'OTHER', subject, text = '', split, newTitle } = entry
  const [about, id] = subject?.split(':') ?? []
  return {
    kind,
    text: text.trim() || untold,
    ...(about === 'bill' ? { billId: id } : {}),
    ...(about === 'application' ? { applicationId: id } : {}),
    ...(kind === 'TITLE_CHANGE' ? { newTitle: buyerOf(newTitle) } : {}),
    ...(kind === 'SPLIT'
      ? {
          split: split.map(({ amount = '', title = {} }) => ({
            // What is no amount at all is sent as it is: the API says what is wrong with it.
            amount: typedMoney(amount) ?? { currency: 'CNY', value: amount },
            title: buyerOf(title),
          })),
        }
      : {}),
  }
}

/** What the tab keeps, so that a lost session costs no typing; files cannot be kept. */
export function keep(key: string, entry: Entry | undefined) {
  try {
    if (entry === undefined) {
      sessionStorage.removeItem(stored(key))
    } else {
      sessionStorage.setItem(stored(key), JSON.stringify({ ...entry, files: undefined }))
    }
  } catch {
    // Without storage a reload starts anew.
  }
}

export function recall(key: string): Entry | undefined {
  try {
    const kept = sessionStorage.getItem(stored(key))
    return kept === null ? undefined : (JSON.parse(kept) as Entry)
  } catch {
    return undefined
  }
}

function stored(key: string): string {
  return `fapiao.support.${key}`
}
