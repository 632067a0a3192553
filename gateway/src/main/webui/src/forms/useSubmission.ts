import type { FormInstance } from 'antd'
import { useRef, useState } from 'react'
import { type Problem, problemOf, type Violation } from '../api/problem'
import { type FieldPath, sortViolations } from './violations'

/** A refusal that names no field, though in this form only one can be meant. */
type Blame = (problem: Problem) => Violation | undefined

/** How a form is sent: once at a time, and what was refused comes back to the fields. */
export function useSubmission(form: FormInstance, names: readonly FieldPath[], blame?: Blame) {
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<Problem>()
  const running = useRef(false)

  /** Sends; true when it was taken. */
  async function submit(action: () => Promise<void>): Promise<boolean> {
    if (running.current) {
      return false
    }
    running.current = true
    setBusy(true)
    setProblem(undefined)
    try {
      await action()
      return true
    } catch (error) {
      const refused = problemOf(error)
      const meant = blame?.(refused)
      if (meant) {
        refused.violations.push(meant)
      }
      const { fields, rest } = sortViolations(refused.violations, names)
      form.setFields(fields as never)
      const first = fields[0]
      if (first) {
        form.scrollToField(first.name as never, { block: 'center', focus: true })
      }
      setProblem(
        fields.length > 0 && rest.length === 0 ? undefined : { ...refused, violations: rest },
      )
      return false
    } finally {
      running.current = false
      setBusy(false)
    }
  }

  return { busy, problem, submit, forget: () => setProblem(undefined) }
}
