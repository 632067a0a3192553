import { Link, useParams, useSearchParams } from 'react-router'
import { ButtonLink } from '../app/ButtonLink'
import { useTitle } from '../app/hooks'
import { Loaded } from '../app/ListState'
import { BillState } from '../bills/BillState'
import type { Bill } from '../bills/bills'
import { useTranslation } from '../texts/useTranslation'
import { Confirmed } from './Confirmed'
import { useBasis, useMethods } from './calls'
import { Wizard } from './Wizard'

export function Component() {
  const { t } = useTranslation()
  const [search] = useSearchParams()
  useTitle(t('apply.title'), t('brand'))
  const confirmed = search.get('step') === 'confirm' ? search.get('application') : null
  return (
    <div className="page middle">
      {confirmed === null ? (
        <Apply draftId={search.get('draft') ?? undefined} />
      ) : (
        <Confirmed id={confirmed} caseId={search.get('case')} />
      )}
    </div>
  )
}

function Apply({ draftId }: { draftId: string | undefined }) {
  const billIds = [...new Set((useParams().billIds ?? '').split(',').filter(Boolean))]
  const basis = useBasis(billIds, draftId)
  const methods = useMethods()
  return (
    <Loaded of={basis}>
      {() => (
        <Loaded of={methods}>
          {() => {
            const bills = basis.data?.bills ?? []
            const closed = bills.filter((bill) => bill.status !== 'INVOICEABLE')
            return closed.length > 0 || basis.data === undefined ? (
              <Unavailable bills={closed} />
            ) : (
              <Wizard
                keptAs={[...billIds].sort().join(',')}
                bills={bills}
                defaults={basis.data.defaults}
                saved={basis.data.draft}
                methods={methods.data ?? []}
              />
            )
          }}
        </Loaded>
      )}
    </Loaded>
  )
}

function Unavailable({ bills }: { bills: readonly Bill[] }) {
  const { t } = useTranslation()
  return (
    <>
      <h1>{t('apply.unavailable')}</h1>
      {bills.map((bill) => (
        <div className="card" key={bill.id}>
          <div className="between top">
            <strong className="long">{bill.product}</strong>
            <span className="muted small">{bill.orderNumber}</span>
          </div>
          <BillState bill={bill} />
          {bill.applicationId && (
            <p>
              <Link to={`/applications/${bill.applicationId}`}>{t('bills.progress')}</Link>
            </p>
          )}
        </div>
      ))}
      <ButtonLink to="/bills" type="primary">
        {t('apply.toBills')}
      </ButtonLink>
    </>
  )
}
