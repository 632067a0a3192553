import type { FormInstance } from 'antd'
import type { Problem, Violation } from '../api/problem'
import { useOnce } from './useOnce'
import { type FieldPath, leftOver, sortViolations } from './violations'

/** A refusal that names no field, though in this form only one can be meant. */
type Blame = (problem: Problem) => Violation | undefined

/** How a form is sent: once at a time, and what was refused comes back to the fields. */
export function useSubmission(form: FormInstance, names: readonly FieldPath[], blame?: Blame) {
  const { busy, problem, setProblem, once } = useOnce()

  /** Sends; true when it was taken. */
  function submit(action: () => Promise<void>): Promise<boolean> {
    return once(action, (refused) => {
      const meant = blame?.(refused)
      if (meant) {
        refused.violations.push(meant)
      }
      const sorted = sortViolations(refused.violations, names)
      form.setFields(sorted.fields as never)
      const first = sorted.fields[0]
      if (first) {
        form.scrollToField(first.name as never, { block: 'center', focus: true })
      }
      return leftOver(refused, sorted)
    })
  }

  return { busy, problem, submit, forget: () => setProblem(undefined) }
}
