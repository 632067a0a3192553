import { type Problem, problemOf } from '../api/problem'
import { sentence } from '../forms/violations'
import { translate } from '../texts/translate'

/** A file that was not taken, and why. */
export interface Refused {
  name: string
  problem: Problem
}

/** Sends files one after another; gives back those that were not taken. */
export async function unsent(
  files: readonly File[],
  send: (file: File) => Promise<void>,
): Promise<Refused[]> {
  const refused: Refused[] = []
  for (const file of files) {
    try {
      await send(file)
    } catch (error) {
      refused.push({ name: file.name, problem: problemOf(error) })
    }
  }
  return refused
}

/** Why a file was not taken, in words. */
export function reasonOf({ name, problem }: Refused): string {
  const { status, violations, detail, title } = problem
  switch (status) {
    case 0:
      return translate('problem.unreachableDetail')
    case 413:
      return translate('support.file.large', { name })
    case 415:
      return translate('support.file.kind', { name })
    default:
      return violations[0]
        ? translate('common.aside', { main: sentence(violations[0].message), more: name })
        : detail || title
  }
}
