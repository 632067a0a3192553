import { Alert, Button } from 'antd'
import { type ReactNode, useState } from 'react'
import { type Problem, problemOf } from '../api/problem'
import { ProblemAlert } from '../forms/ProblemAlert'

interface Props {
  title: string
  intro: ReactNode
  submit: string
  done: { title: string; text: string; next?: ReactNode }
  /** For a token that is used, replaced or expired, and for a link without one. */
  lost: { title: string; text: string; next?: ReactNode }
  token: string | undefined
  spend: (token: string) => Promise<unknown>
}

/** One button that spends the token of a mail: a scanner that only opens the link spends nothing. */
export function SpendToken(props: Props) {
  // Another link opened in the same tab begins anew.
  return <OneToken key={props.token} {...props} />
}

function OneToken({ title, intro, submit, done, lost, token, spend }: Props) {
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<Problem>()
  const [spent, setSpent] = useState(false)

  async function click(known: string) {
    setBusy(true)
    setProblem(undefined)
    try {
      await spend(known)
      setSpent(true)
    } catch (error) {
      setProblem(problemOf(error))
    } finally {
      setBusy(false)
    }
  }

  const isLost =
    token === undefined ||
    problem?.slug === 'link-not-valid' ||
    (problem?.violations.length ?? 0) > 0
  if (spent) {
    return (
      <>
        <h1>{title}</h1>
        <Alert type="success" showIcon title={done.title} description={done.text} role="status" />
        {done.next && <div className="after">{done.next}</div>}
      </>
    )
  }
  if (isLost) {
    return (
      <>
        <h1>{title}</h1>
        <Alert type="warning" showIcon title={lost.title} description={lost.text} role="alert" />
        {lost.next && <div className="after">{lost.next}</div>}
      </>
    )
  }
  return (
    <>
      <h1>{title}</h1>
      {problem && <ProblemAlert problem={problem} />}
      <div className="card">
        {intro}
        <Button type="primary" block loading={busy} onClick={() => void click(token)}>
          {submit}
        </Button>
      </div>
    </>
  )
}
