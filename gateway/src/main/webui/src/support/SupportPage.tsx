import { Link } from 'react-router'
import { ButtonLink } from '../app/ButtonLink'
import { Chip } from '../app/Chip'
import { useTitle } from '../app/hooks'
import { Empty, Loaded, More } from '../app/ListState'
import { useTranslation } from '../texts/useTranslation'
import { Moment } from '../time/Moment'
import { NextStep } from './NextStep'
import { type Case, KINDS, newCasePath, TONES, useCases } from './support'

export function Component() {
  const { t } = useTranslation()
  const cases = useCases()
  useTitle(t('support.title'), t('brand'))
  return (
    <div className="page middle">
      <div className="between heading">
        <h1>{t('support.title')}</h1>
        {(cases.data?.length ?? 0) > 0 && (
          <ButtonLink to="/support/new" type="primary">
            {t('support.new')}
          </ButtonLink>
        )}
      </div>
      <Loaded of={cases}>
        {() =>
          cases.data?.length === 0 ? (
            <Nothing />
          ) : (
            <>
              <ul className="cards">
                {cases.data?.map((each) => (
                  <Item key={each.id} shown={each} />
                ))}
              </ul>
              <More list={cases} />
            </>
          )
        }
      </Loaded>
    </div>
  )
}

/** What can be asked for. */
function Nothing() {
  const { t } = useTranslation()
  return (
    <>
      <Empty title={t('support.empty')}>
        <p>{t('support.emptyText')}</p>
        <ButtonLink to="/support/new" type="primary">
          {t('support.new')}
        </ButtonLink>
      </Empty>
      <ul className="cards">
        {KINDS.map((kind) => (
          <li className="card" key={kind}>
            <Link to={newCasePath({ kind })}>
              <strong>{t(`support.kind.${kind}`)}</strong>
            </Link>
            <p>{t(`support.kindText.${kind}`)}</p>
          </li>
        ))}
      </ul>
    </>
  )
}

function Item({ shown }: { shown: Case }) {
  const { t } = useTranslation()
  const { id, kind, status, orderNumbers, createdAt } = shown
  return (
    <li className="card">
      <div className="between top">
        <Link className="long" to={`/support/${id}`}>
          <strong>{t(`support.kind.${kind}`)}</strong>
        </Link>
        <Chip tone={TONES[status]}>{t(`support.status.${status}`)}</Chip>
      </div>
      <p className="muted small long">
        {orderNumbers.length > 0 && `${orderNumbers.join(', ')} · `}
        <Moment at={createdAt} />
      </p>
      <p>
        <NextStep of={shown} />
      </p>
    </li>
  )
}
