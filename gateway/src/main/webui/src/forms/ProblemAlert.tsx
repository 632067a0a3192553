import { Alert, Button } from 'antd'
import { useEffect, useState } from 'react'
import { type Problem, UNREACHABLE } from '../api/problem'
import { useTranslation } from '../texts/useTranslation'
import { sentence } from './violations'

/** What stands above a form when no field of it is to blame. */
export function ProblemAlert({ problem, onRetry }: { problem: Problem; onRetry?: () => void }) {
  const { t } = useTranslation()
  const unreachable = problem.slug === UNREACHABLE
  const title = unreachable ? t('problem.unreachable') : problem.title || t('problem.unexpected')
  const detail = unreachable ? t('problem.unreachableDetail') : problem.detail
  return (
    <Alert
      className="problem"
      type="error"
      showIcon
      role="alert"
      title={title}
      description={
        <>
          {detail !== '' && <p>{detail}</p>}
          {problem.violations.length > 0 && (
            <ul>
              {problem.violations.map((violation) => (
                <li key={violation.field + violation.message}>
                  {violation.field}: {sentence(violation.message)}
                </li>
              ))}
            </ul>
          )}
          {problem.retryAfter !== undefined && <Wait seconds={problem.retryAfter} />}
          {problem.traceId !== undefined && <Trace id={problem.traceId} />}
        </>
      }
      action={
        onRetry && (
          <Button size="small" onClick={onRetry}>
            {t('common.retry')}
          </Button>
        )
      }
    />
  )
}

function Trace({ id }: { id: string }) {
  const { t } = useTranslation()
  const [copied, setCopied] = useState(false)
  return (
    <p className="trace">
      <span>{t('problem.trace', { id })}</span>
      {navigator.clipboard && (
        <Button
          size="small"
          type="link"
          onClick={() =>
            navigator.clipboard.writeText(id).then(
              () => setCopied(true),
              // Not allowed to: the number can still be marked by hand.
              () => setCopied(false),
            )
          }
        >
          {copied ? t('common.copied') : t('common.copy')}
        </Button>
      )}
    </p>
  )
}

function Wait({ seconds }: { seconds: number }) {
  const { t } = useTranslation()
  const left = useSecondsLeft(seconds)
  return left > 0 ? <p>{t('problem.waitSeconds', { count: left })}</p> : null
}

/** Counts down to zero. */
export function useSecondsLeft(seconds: number): number {
  const [left, setLeft] = useState(seconds)
  useEffect(() => {
    const end = Date.now() + seconds * 1000
    setLeft(seconds)
    const timer = setInterval(() => setLeft(Math.max(0, Math.ceil((end - Date.now()) / 1000))), 500)
    return () => clearInterval(timer)
  }, [seconds])
  return left
}
