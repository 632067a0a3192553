import { useRef, useState } from 'react'
import { type Problem, problemOf } from '../api/problem'

/** What is sent once at a time: a second click while it is under way does nothing. */
export function useOnce() {
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<Problem>()
  const running = useRef(false)

  /**
   * Runs the action; true when it came to its end.
   *
   * @param refused takes what it failed with to the fields, and gives back what is left to say
   */
  async function once(
    action: () => Promise<void>,
    refused: (problem: Problem) => Problem | undefined,
  ): Promise<boolean> {
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
      setProblem(refused(problemOf(error)))
      return false
    } finally {
      running.current = false
      setBusy(false)
    }
  }

  return { busy, problem, setProblem, once }
}
