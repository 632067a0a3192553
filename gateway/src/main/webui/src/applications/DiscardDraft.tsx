import { useQueryClient } from '@tanstack/react-query'
import { Button } from 'antd'
import { lazy, Suspense, useState } from 'react'
import { answer, api } from '../api/client'
import { type Problem, problemOf } from '../api/problem'
import { ProblemAlert } from '../forms/ProblemAlert'
import { useTranslation } from '../texts/useTranslation'

const Ask = lazy(() => import('../app/Ask'))

/** Throws a draft away, after a question. */
export function DiscardDraft({ id }: { id: string }) {
  const { t } = useTranslation()
  const queries = useQueryClient()
  const [asking, setAsking] = useState(false)
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<Problem>()

  async function discard() {
    setBusy(true)
    try {
      await answer(api.DELETE('/api/v1/applications/{id}', { params: { path: { id } } }))
    } catch (error) {
      const refusal = problemOf(error)
      // Discarded elsewhere, it is gone as wished.
      if (refusal.status !== 404) {
        setProblem(refusal)
      }
    }
    setAsking(false)
    setBusy(false)
    await queries.invalidateQueries({ queryKey: ['applications'] })
  }

  return (
    <>
      {problem && <ProblemAlert problem={problem} />}
      <Button type="link" size="small" danger onClick={() => setAsking(true)}>
        {t('applications.discard')}
      </Button>
      {asking && (
        <Suspense>
          <Ask
            title={t('applications.discardAsk')}
            text={t('applications.discardText')}
            yes={t('applications.discard')}
            no={t('applications.discardNo')}
            danger
            busy={busy}
            onYes={() => void discard()}
            onNo={() => setAsking(false)}
          />
        </Suspense>
      )}
    </>
  )
}
