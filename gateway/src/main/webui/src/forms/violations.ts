import type { Problem, Violation } from '../api/problem'

/** Where a field stands in a form, as antd names it. */
export type FieldPath = (string | number)[]

/** `items[0].amount` becomes `['items', 0, 'amount']`; a leading `#/` or `$.` goes. */
export function fieldPath(field: string): FieldPath {
  return field
    .replace(/^(#\/|\$\.|\/)/, '')
    .split(/[.[\]/]+/)
    .filter((part) => part !== '')
    .map((part) => (/^\d+$/.test(part) ? Number(part) : part))
}

export interface FieldErrors {
  name: FieldPath
  errors: string[]
}

/** What goes to the fields of a form, and what is left for the place above it. */
export interface Sorted {
  fields: FieldErrors[]
  rest: Violation[]
}

/**
 * Sorts violations to the fields of a form.
 *
 * @param names the fields that the form shows; a violation inside one (its currency, say) is its own
 */
export function sortViolations(
  violations: readonly Violation[],
  names: readonly FieldPath[],
): Sorted {
  const fields = new Map<string, FieldErrors>()
  const rest: Violation[] = []
  for (const violation of violations) {
    const path = fieldPath(violation.field)
    const name = names.find((known) => known.every((part, at) => part === path[at]))
    if (name === undefined) {
      rest.push(violation)
      continue
    }
    const key = name.join('.')
    const errors = fields.get(key) ?? { name: [...name], errors: [] }
    errors.errors.push(sentence(violation.message))
    fields.set(key, errors)
  }
  return { fields: [...fields.values()], rest }
}

/** What is left to say above a form once its fields have theirs; undefined when that is nothing. */
export function leftOver(problem: Problem, { fields, rest }: Sorted): Problem | undefined {
  return fields.length > 0 && rest.length === 0 ? undefined : { ...problem, violations: rest }
}

/** The API's messages go on from the name of the field; alone they begin with a capital. */
export function sentence(message: string): string {
  const [first = '', ...others] = message
  return first.toLocaleUpperCase() + others.join('')
}
