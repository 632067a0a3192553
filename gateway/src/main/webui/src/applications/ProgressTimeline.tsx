import { Timeline } from 'antd'
import { formatMoney } from '../money/money'
import { useTranslation } from '../texts/useTranslation'
import { Moment, usePromise } from '../time/Moment'
import { formatDay } from '../time/moment'
import { type Step, toneOf } from './applications'

/** What has happened, newest first, with the facts of each step. */
export function ProgressTimeline({ steps }: { steps: readonly Step[] }) {
  const { t } = useTranslation()
  const newestFirst = steps.map((step, at) => ({ step, at })).reverse()
  return (
    <Timeline
      items={newestFirst.map(({ step, at }) => ({
        key: at,
        color: at === steps.length - 1 ? 'var(--accent)' : 'gray',
        content: (
          <div className={`step step-${toneOf(step.status)}`}>
            <strong>{step.remark}</strong>
            <div className="muted small">
              {step.at && <Moment at={step.at} />} · {t('application.by', { who: step.by })}
            </div>
            <Details step={step} />
          </div>
        ),
      }))}
    />
  )
}

function Details({ step }: { step: Step }) {
  const { t, language } = useTranslation()
  const promise = usePromise()
  const details = step.details ?? {}
  const text = (name: string) =>
    typeof details[name] === 'string' ? (details[name] as string) : undefined
  const waybill = text('waybill')
  const until = text('until')
  const amount = text('amount')
  const due = text('dueAt')
  const carrier = text('carrier')
  const open = due !== undefined && step.status !== undefined
  return (
    <div className="small">
      {open && due && <p>{t('application.newDue', { when: promise(due) })}</p>}
      {text('reason') && (
        <p dir="auto">
          {t('application.reason')}
          {t('common.colon')} {text('reason')}
        </p>
      )}
      {amount && (
        <p>
          {t('application.newAmount', { amount: formatMoney({ currency: 'CNY', value: amount }) })}
        </p>
      )}
      {numbers(details.fapiaos).map((number) => (
        <p key={number}>
          {t('application.numbers')}
          {t('common.colon')} <span className="amount">{number}</span>
        </p>
      ))}
      {waybill && (
        <p>
          {carrier === 'SF' || carrier === 'YUNDA' ? t(`application.carrier.${carrier}`) : carrier}
          {' · '}
          {t('application.waybill')}
          {t('common.colon')} <span className="amount">{waybill}</span>
        </p>
      )}
      {text('branch') && (
        <p>
          {text('branch')} {t('application.pickupCode')}
        </p>
      )}
      {until && <p>{t('application.pickupUntil', { when: formatDay(until, language) })}</p>}
    </div>
  )
}

/** Only a link to a page of the web, whatever the data says. */
export function Track({ url }: { url: string | undefined }) {
  const { t } = useTranslation()
  return url?.startsWith('https://') ? (
    <a href={url} target="_blank" rel="noreferrer noopener">
      {t('application.track')}
    </a>
  ) : null
}

function numbers(sent: unknown): string[] {
  return Array.isArray(sent)
    ? sent.flatMap((item: { code?: unknown; number?: unknown }) =>
        typeof item?.number === 'string'
          ? [[item.code, item.number].filter((part) => typeof part === 'string').join(' ')]
          : [],
      )
    : []
}
