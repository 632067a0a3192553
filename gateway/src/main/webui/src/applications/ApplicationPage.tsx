import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Alert, Button } from 'antd'
import { lazy, Suspense, useEffect, useState } from 'react'
import { Link, Navigate, useParams } from 'react-router'
import { answer, api } from '../api/client'
import { type Problem, problemOf } from '../api/problem'
import { Chip } from '../app/Chip'
import { useTitle } from '../app/hooks'
import { Loaded } from '../app/ListState'
import { Phone } from '../app/Phone'
import { useContact } from '../app/queries'
import { BuyerFacts, DeliveryFacts, Items } from '../apply/ApplicationFacts'
import { readApplication, useMethods, type Versioned } from '../apply/calls'
import { ProblemAlert } from '../forms/ProblemAlert'
import { type Kind, newCasePath } from '../support/support'
import { useTranslation } from '../texts/useTranslation'
import { usePromise } from '../time/Moment'
import { canChangeDelivery, isPromised, type Status, toneOf } from './applications'
import { useProgress } from './follow'
import { ProgressTimeline, Track } from './ProgressTimeline'

const Ask = lazy(() => import('../app/Ask'))
const ChangeDelivery = lazy(() => import('./ChangeDelivery'))

export function Component() {
  const { t } = useTranslation()
  const id = useParams().id ?? ''
  const application = useQuery({
    queryKey: ['application', id],
    queryFn: () => readApplication(id),
    refetchInterval: 60_000,
  })
  useTitle(t('application.title'), t('brand'))
  return (
    <Loaded of={application}>
      {() => (application.data ? <Shown id={id} read={application.data} /> : null)}
    </Loaded>
  )
}

function Shown({ id, read }: { id: string; read: Versioned }) {
  const { t, language } = useTranslation()
  const promise = usePromise()
  const queries = useQueryClient()
  const progress = useProgress(id, language)
  const methods = useMethods().data
  const application = read.data
  const { status, dueAt, shipment } = application
  const count = progress.steps.length

  // A step that arrived changes what stands beside the timeline.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the number of steps is what matters
  useEffect(() => {
    void queries.invalidateQueries({ queryKey: ['application', id] })
  }, [count, id, queries])

  if (status === 'DRAFT') {
    const bills = application.items?.map((item) => item.billId).join(',')
    return <Navigate to={`/apply/${bills}?step=review&draft=${id}`} replace />
  }
  const method = methods?.find((offered) => offered.method === application.delivery?.method)
  return (
    <div className="page">
      <div className="between heading">
        <h1 className="long" dir="auto">
          {application.buyer?.name}
        </h1>
        <Chip tone={toneOf(status)}>{t(`applications.status.${status ?? 'DRAFT'}`)}</Chip>
      </div>
      {application.reissueOf && (
        <p>
          <Link to="/fapiaos">{t('application.inPlaceOf')}</Link>
        </p>
      )}
      <div className="two">
        <div>
          <section className="card" aria-labelledby="progress">
            <h2 id="progress">{t('application.timeline')}</h2>
            {isPromised(status) && dueAt && (
              <p>
                <strong>{t('application.newDue', { when: promise(dueAt) })}</strong>
              </p>
            )}
            {application.overdue && (
              <Alert className="problem" type="warning" showIcon title={t('application.overdue')} />
            )}
            {shipment?.waybill && (
              <p>
                {t('application.waybill')}
                {t('common.colon')} <strong className="amount">{shipment.waybill}</strong>{' '}
                <Track url={shipment.trackingUrl} />
              </p>
            )}
            <div aria-live="polite">
              {count > 0 && <ProgressTimeline steps={progress.steps} />}
              {count === 0 && progress.loaded && (
                <p className="muted">{t('application.noSteps')}</p>
              )}
            </div>
            <p className="muted small live">
              {progress.loaded && t(progress.live ? 'application.live' : 'application.polling')}
            </p>
          </section>
          <Actions id={id} read={read} />
        </div>
        <div>
          <section className="card" aria-labelledby="amounts">
            <h2 id="amounts">{t('apply.sectionBills')}</h2>
            <Items application={application} />
          </section>
          <section className="card" aria-labelledby="buyer">
            <h2 id="buyer">{t('apply.sectionTitle')}</h2>
            <BuyerFacts application={application} />
          </section>
          <section className="card" aria-labelledby="delivery">
            <h2 id="delivery">{t('apply.sectionShipping')}</h2>
            <DeliveryFacts application={application} methodName={method?.name} />
          </section>
          <Trouble id={id} status={status} />
        </div>
      </div>
    </div>
  )
}

function Actions({ id, read }: { id: string; read: Versioned }) {
  const { t } = useTranslation()
  const queries = useQueryClient()
  const [asking, setAsking] = useState<'cancel' | 'delivery'>()
  const [saved, setSaved] = useState(false)
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<Problem>()
  const status = read.data.status

  async function cancel() {
    setBusy(true)
    setProblem(undefined)
    try {
      await answer(
        api.POST('/api/v1/applications/{id}/cancellation', {
          params: { path: { id }, header: { 'If-Match': read.etag } },
        }),
      )
    } catch (error) {
      setProblem(problemOf(error))
    } finally {
      setBusy(false)
      setAsking(undefined)
      void queries.invalidateQueries()
    }
  }

  return (
    <>
      {problem && <ProblemAlert problem={problem} />}
      {saved && (
        <Alert className="problem" type="success" showIcon title={t('application.changeSaved')} />
      )}
      <div className="actions">
        {canChangeDelivery(status) && (
          <Button onClick={() => setAsking('delivery')}>{t('application.changeAddress')}</Button>
        )}
        {status === 'SUBMITTED' && (
          <Button danger onClick={() => setAsking('cancel')}>
            {t('application.cancel')}
          </Button>
        )}
        {(status === 'CANCELLED' || status === 'REJECTED') && (
          <Link to={`/apply/${read.data.items?.map((item) => item.billId).join(',')}`}>
            {t('application.reapply')}
          </Link>
        )}
      </div>
      <Suspense>
        {asking === 'cancel' && (
          <Ask
            title={t('application.cancelAsk')}
            text={t('application.cancelText')}
            yes={t('application.cancelYes')}
            no={t('application.cancelNo')}
            danger
            busy={busy}
            onYes={() => void cancel()}
            onNo={() => setAsking(undefined)}
          />
        )}
        {asking === 'delivery' && (
          <ChangeDelivery
            id={id}
            read={read}
            close={(changed) => {
              setSaved(changed)
              setAsking(undefined)
            }}
          />
        )}
      </Suspense>
    </>
  )
}

/** Not arrived, wrong title: asked for here, with the application and the kind chosen already. */
function Trouble({ id, status }: { id: string; status: Status | undefined }) {
  const { t } = useTranslation()
  const contact = useContact().data
  const over = status === 'CANCELLED' || status === 'REJECTED'
  const ask = (kind: Kind) => newCasePath({ kind, applicationId: id })
  return (
    <section className="card" aria-labelledby="trouble">
      {!over && !isPromised(status) && (
        <>
          <h2>{t('application.missing')}</h2>
          <p className="small">{t('help.missingText')}</p>
          <p>
            <Link to={ask('NOT_RECEIVED')}>{t('application.askMissing')}</Link>
          </p>
        </>
      )}
      {!over && (
        <>
          <h2>{t('application.wrong')}</h2>
          <p className="small">{t('help.wrongText')}</p>
          <p>
            <Link to={ask('TITLE_CHANGE')}>{t('application.askWrong')}</Link>
          </p>
        </>
      )}
      <h2 id="trouble">{t('help.contact')}</h2>
      <p>
        <Link to={ask('OTHER')}>{t('application.askOther')}</Link>
      </p>
      <dl className="facts small">
        <dt>{t('help.phone')}</dt>
        <dd>{contact?.servicePhone && <Phone number={contact.servicePhone} />}</dd>
      </dl>
    </section>
  )
}
