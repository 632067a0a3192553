import { Link } from 'react-router'
import { ButtonLink } from '../app/ButtonLink'
import { Chip } from '../app/Chip'
import { useTitle } from '../app/hooks'
import { Empty, Loaded, More } from '../app/ListState'
import { Amount } from '../money/Amount'
import { useTranslation } from '../texts/useTranslation'
import { Moment, usePromise } from '../time/Moment'
import { type Application, isPromised, toneOf, useApplications } from './applications'
import { DiscardDraft } from './DiscardDraft'

export function Component() {
  const { t } = useTranslation()
  const applications = useApplications()
  useTitle(t('applications.title'), t('brand'))
  return (
    <div className="page middle">
      <h1>{t('applications.title')}</h1>
      <Loaded of={applications}>
        {() =>
          applications.data?.length === 0 ? (
            <Empty title={t('applications.empty')}>
              <p>{t('applications.emptyText')}</p>
              <ButtonLink to="/bills" type="primary">
                {t('applications.toBills')}
              </ButtonLink>
            </Empty>
          ) : (
            <>
              <ul className="cards">
                {applications.data?.map((application) => (
                  <Item key={application.id} application={application} />
                ))}
              </ul>
              <More list={applications} />
            </>
          )
        }
      </Loaded>
    </div>
  )
}

function Item({ application }: { application: Application }) {
  const { t } = useTranslation()
  const promise = usePromise()
  const { id, status, buyer, items, amount, dueAt, submittedAt, createdAt } = application
  const draft = status === 'DRAFT'
  const bills = items?.map((item) => item.billId).join(',')
  const at = submittedAt ?? createdAt
  return (
    <li className="card">
      <div className="between top">
        <Link
          className="long"
          to={draft ? `/apply/${bills}?step=review&draft=${id}` : `/applications/${id}`}
        >
          <strong dir="auto">{buyer?.name}</strong>
        </Link>
        <Amount of={amount} />
      </div>
      <p className="muted small long">
        {items?.map((item) => `${item.product} · ${item.orderNumber}`).join('; ')}
      </p>
      <div className="between">
        <span className="actions">
          <Chip tone={toneOf(status)}>{t(`applications.status.${status ?? 'DRAFT'}`)}</Chip>
          {at && (
            <span className="muted small">
              {t(draft ? 'applications.created' : 'applications.submitted')} <Moment at={at} />
            </span>
          )}
        </span>
        {draft ? (
          <span className="actions">
            {id && <DiscardDraft id={id} />}
            <Link to={`/apply/${bills}?step=review&draft=${id}`}>{t('applications.draft')}</Link>
          </span>
        ) : (
          isPromised(status) &&
          dueAt && <span className="small">{t('applications.due', { when: promise(dueAt) })}</span>
        )}
      </div>
    </li>
  )
}
