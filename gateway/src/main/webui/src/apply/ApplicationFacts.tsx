import { Facts } from '../app/Facts'
import { Amount } from '../money/Amount'
import { useTranslation } from '../texts/useTranslation'
import type { Application } from './draft'
import { nameOf, useRegions } from './regions'

/** Bills, amounts and tax of an application. */
export function Items({ application }: { application: Application }) {
  const { t } = useTranslation()
  const { items = [] } = application
  // Of a single bill the sums say the same once more.
  const only = items.length === 1 ? items[0] : undefined
  return (
    <div className="items">
      {items.map((item) => (
        <div key={item.billId} className="item">
          <div className="long">
            {item.product}
            <span className="muted small block">{item.orderNumber}</span>
          </div>
          {!only && (
            <dl className="sums small">
              <dt>{t('apply.net')}</dt>
              <dd>
                <Amount of={item.netAmount} />
              </dd>
              <dt>{t('apply.taxRate', { rate: percent(item.taxRate) })}</dt>
              <dd>
                <Amount of={item.taxAmount} />
              </dd>
            </dl>
          )}
        </div>
      ))}
      <dl className="sums total">
        <dt>{t('apply.net')}</dt>
        <dd>
          <Amount of={application.netAmount} />
        </dd>
        <dt>{only ? t('apply.taxRate', { rate: percent(only.taxRate) }) : t('apply.taxAmount')}</dt>
        <dd>
          <Amount of={application.taxAmount} />
        </dd>
        <dt>
          <strong>{t('apply.total')}</strong>
        </dt>
        <dd>
          <strong>
            <Amount of={application.amount} />
          </strong>
        </dd>
      </dl>
      {(application.fapiaoCount ?? 1) > 1 && (
        <p className="muted small">{t('apply.count', { count: application.fapiaoCount })}</p>
      )}
    </div>
  )
}

/** `0.06` becomes `6%`; on the digits, as rates have at most four. */
function percent(rate: string | undefined): string {
  return rate === undefined ? '' : `${Math.round(Number(rate) * 10_000) / 100}%`
}

/** Type, medium, purpose and who it is made out to. */
export function BuyerFacts({ application }: { application: Application }) {
  const { t } = useTranslation()
  const { buyer, type, medium, purpose } = application
  const rows: [string, string | undefined][] = [
    [t('apply.type'), type && t(type === 'SPECIAL' ? 'apply.special' : 'apply.ordinary')],
    [t('apply.medium'), medium && t(medium === 'PAPER' ? 'apply.paper' : 'apply.electronic')],
    [t('apply.purpose'), purpose && t(`apply.${purpose}`)],
    [t('apply.titleType'), buyer && t(`apply.${buyer.titleType}`)],
    [t('apply.name'), buyer?.name],
    [t('apply.taxpayerId'), buyer?.taxpayerId],
    [t('apply.address'), buyer?.address],
    [t('apply.phone'), buyer?.phone],
    [t('apply.bankName'), buyer?.bankName],
    [t('apply.bankAccount'), buyer?.bankAccount],
  ]
  return <Facts rows={rows} />
}

export function DeliveryFacts({
  application,
  methodName,
}: {
  application: Application
  methodName: string | undefined
}) {
  const { t } = useTranslation()
  const { delivery } = application
  const regions = useRegions().data
  const recipient = { EMAIL: 'apply.recipientEmail', PICKUP: 'apply.collector' } as const
  const rows: [string, string | undefined][] = [
    [t('apply.sectionShipping'), methodName],
    [
      t(recipient[delivery?.method as keyof typeof recipient] ?? 'apply.recipient'),
      delivery?.recipient,
    ],
    [t('apply.recipientPhone'), delivery?.phone],
    [t('apply.region'), delivery?.region && nameOf(delivery.region, regions ?? [])],
    [t('apply.street'), delivery?.address],
    [t('apply.postalCode'), delivery?.postalCode],
  ]
  return <Facts rows={rows} />
}
