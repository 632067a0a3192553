import { Link } from 'react-router'
import { ButtonLink } from '../app/ButtonLink'
import { useTitle } from '../app/hooks'
import { Empty, Loaded, More } from '../app/ListState'
import { Amount } from '../money/Amount'
import { useTranslation } from '../texts/useTranslation'
import { Moment } from '../time/Moment'
import { OrderState, product } from './OrderState'
import { type Order, useOrders } from './orders'
import { SaveInvoice } from './SaveInvoice'

export function Component() {
  const { t } = useTranslation()
  const list = useOrders()
  useTitle(t('orders.title'), t('brand'))
  return (
    <div className="page">
      <h1>{t('orders.title')}</h1>
      <p className="muted">{t('orders.intro')}</p>
      <Loaded of={list}>
        {() =>
          list.data?.length === 0 ? (
            <Empty title={t('orders.empty')}>
              <p>{t('orders.emptyText')}</p>
              <ButtonLink to="/account" type="primary">
                {t('orders.toAccount')}
              </ButtonLink>
            </Empty>
          ) : (
            <>
              <OrderTable orders={list.data ?? []} />
              <More list={list} />
            </>
          )
        }
      </Loaded>
    </div>
  )
}

/** A table on a desk; on a phone the same rows are cards. */
function OrderTable({ orders }: { orders: Order[] }) {
  const { t } = useTranslation()
  return (
    <table className="rows">
      <thead>
        <tr>
          <th scope="col">{t('orders.order')}</th>
          <th scope="col">{t('bills.payer')}</th>
          <th scope="col">{t('bills.paidAt')}</th>
          <th scope="col" className="end">
            {t('bills.amount')}
          </th>
          <th scope="col">{t('bills.state')}</th>
          <td />
        </tr>
      </thead>
      <tbody>
        {orders.map((order) => (
          <tr key={order.orderNumber}>
            <th scope="row" className="row-name">
              <Link className="long" to={`/orders/${encodeURIComponent(order.orderNumber)}`}>
                {order.orderNumber}
              </Link>
              <span className="muted small block long">{product(order)}</span>
            </th>
            <td data-label={t('bills.payer')} className="row-wide">
              <span className="long" dir="auto">
                {order.payerName}
              </span>
            </td>
            <td data-label={t('bills.paidAt')} className="row-moment">
              <Moment at={order.paidAt} />
            </td>
            <td className="row-amount end">
              <Amount of={order.amount} />
            </td>
            <td className="row-state">
              <OrderState order={order} />
            </td>
            <td className="row-action end">
              <SaveInvoice orderNumber={order.orderNumber} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
