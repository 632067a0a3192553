import { useQueryClient } from '@tanstack/react-query'
import { Alert } from 'antd'
import { Link, useLocation, useParams } from 'react-router'
import { ButtonLink } from '../app/ButtonLink'
import { Chip } from '../app/Chip'
import { useTitle } from '../app/hooks'
import { Loaded } from '../app/ListState'
import { useTranslation } from '../texts/useTranslation'
import { Moment } from '../time/Moment'
import { TitleFacts } from '../titles/TitleFacts'
import { Answer } from './Answer'
import { Conversation } from './Conversation'
import { FapiaoNumbers } from './FapiaoNumbers'
import { NextStep } from './NextStep'
import { PaperReturn } from './PaperReturn'
import { Parts } from './Parts'
import { hasEnded, newCasePath, TONES, useCase, type VersionedCase } from './support'
import { type Refused, reasonOf } from './unsent'

/** What was done on the page before this one. */
export interface Opened {
  opened?: boolean
  /** Files that were not taken. */
  refused?: Refused[]
}

export function Component() {
  const { t } = useTranslation()
  const id = useParams().id ?? ''
  const found = useCase(id)
  useTitle(t('support.one'), t('brand'))
  return (
    <div className="page middle">
      <Loaded of={found}>{() => (found.data ? <Shown read={found.data} /> : null)}</Loaded>
    </div>
  )
}

function Shown({ read }: { read: VersionedCase }) {
  const { t } = useTranslation()
  const queries = useQueryClient()
  const { kind, status, createdAt, sendBack, split, messages = [], ...shown } = read.data

  /** Shows what an action has answered, before it is read again. */
  function taken(changed: VersionedCase) {
    queries.setQueryData(['support-case', shown.id], changed)
    void queries.invalidateQueries({ queryKey: ['support-cases'] })
  }

  return (
    <>
      <p className="back">
        <Link to="/support">{t('support.title')}</Link>
      </p>
      <div className="between heading">
        <h1>{t(`support.kind.${kind}`)}</h1>
        <Chip tone={TONES[status]}>{t(`support.status.${status}`)}</Chip>
      </div>
      <JustOpened />
      <section className="card" aria-labelledby="next">
        <h2 id="next">{t('support.nextTitle')}</h2>
        <p aria-live="polite">
          <NextStep of={read.data} />
        </p>
        {hasEnded(read.data) && (
          <p>
            <ButtonLink to={newCasePath({ kind, ...shown })}>{t('support.again')}</ButtonLink>
          </p>
        )}
        <dl className="facts">
          <dt>{t('support.opened')}</dt>
          <dd>
            <Moment at={createdAt} />
          </dd>
          {shown.orderNumbers.length > 0 && (
            <>
              <dt>{t('support.orders')}</dt>
              <dd>
                {shown.orderNumbers.map((order) => (
                  <Link className="block" key={order} to={`/orders/${encodeURIComponent(order)}`}>
                    {order}
                  </Link>
                ))}
              </dd>
            </>
          )}
          {shown.applicationId && (
            <>
              <dt>{t('support.application')}</dt>
              <dd>
                <Link to={`/applications/${shown.applicationId}`}>{t('bills.progress')}</Link>
              </dd>
            </>
          )}
          <FapiaoNumbers ids={shown.fapiaoIds} />
        </dl>
      </section>
      {sendBack && <PaperReturn read={read} sendBack={sendBack} taken={taken} />}
      {split && split.length > 0 && <Parts of={read.data} parts={split} />}
      {shown.newTitle && (
        <section className="card" aria-labelledby="new-title">
          <h2 id="new-title">{t('support.newTitle')}</h2>
          <TitleFacts title={shown.newTitle} />
        </section>
      )}
      <Conversation caseId={shown.id} messages={messages} />
      {!hasEnded(read.data) && <Answer id={shown.id} taken={taken} />}
    </>
  )
}

/** What became of the request that led here. */
function JustOpened() {
  const { t } = useTranslation()
  const { opened, refused = [] } = (useLocation().state ?? {}) as Opened
  return (
    <>
      {opened && (
        <Alert
          className="problem"
          type="success"
          showIcon
          role="status"
          title={t('support.sent')}
          description={t('support.sentText')}
        />
      )}
      {refused.map((file) => (
        <Alert
          key={file.name}
          className="problem"
          type="warning"
          showIcon
          role="alert"
          title={t('support.file.refused', { name: file.name })}
          description={reasonOf(file)}
        />
      ))}
    </>
  )
}
