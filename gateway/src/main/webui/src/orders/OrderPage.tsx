import { Link, useParams } from 'react-router'
import { useTitle } from '../app/hooks'
import { Loaded } from '../app/ListState'
import { Amount } from '../money/Amount'
import { fen } from '../money/money'
import { useTranslation } from '../texts/useTranslation'
import { Moment, usePromise } from '../time/Moment'
import { OrderState, product } from './OrderState'
import { type Order, useOrder } from './orders'
import { SaveInvoice } from './SaveInvoice'

export function Component() {
  const { t } = useTranslation()
  const orderNumber = useParams().orderNumber ?? ''
  const order = useOrder(orderNumber)
  useTitle(t('orders.numbered', { order: orderNumber }), t('brand'))
  return (
    <div className="page middle">
      <Loaded of={order}>{() => (order.data ? <Shown order={order.data} /> : null)}</Loaded>
    </div>
  )
}

function Shown({ order }: { order: Order }) {
  const { t } = useTranslation()
  return (
    <>
      <p className="back">
        <Link to="/orders">{t('orders.title')}</Link>
      </p>
      <h1 className="long">{t('orders.numbered', { order: order.orderNumber })}</h1>
      <section className="card">
        <div className="order-state">
          <OrderState order={order} />
          <Why order={order} />
        </div>
        <dl className="facts">
          <dt>{t('bills.product')}</dt>
          <dd>{product(order)}</dd>
          <dt>{t('bills.payer')}</dt>
          <dd dir="auto">{order.payerName}</dd>
          <dt>{t('bills.paidAt')}</dt>
          <dd>
            <Moment at={order.paidAt} />
          </dd>
          <dt>{t('bills.amount')}</dt>
          <dd>
            <Amount of={order.amount} />
          </dd>
          {fen(order.refundedAmount) > 0 && (
            <>
              <dt>{t('orders.refunded')}</dt>
              <dd>
                <Amount of={order.refundedAmount} />
              </dd>
              <dt>{t('orders.remaining')}</dt>
              <dd>
                <Amount of={order.remainingAmount} />
              </dd>
            </>
          )}
        </dl>
      </section>
      <Refunds order={order} />
      <section className="card" aria-labelledby="order-pdf">
        <h2 id="order-pdf">{t('orders.pdfTitle')}</h2>
        <p>{t('orders.pdfText')}</p>
        <div className="actions">
          <SaveInvoice orderNumber={order.orderNumber} primary />
          <Link to="/bills">{t('applications.toBills')}</Link>
        </div>
      </section>
    </>
  )
}

/** What an order waits for, where somebody has to wait. */
function Why({ order }: { order: Order }) {
  const { t } = useTranslation()
  const promise = usePromise()
  if (order.status === 'SYNCHRONISING' && order.invoiceableFrom) {
    return <p>{t('bills.from', { when: promise(order.invoiceableFrom) })}</p>
  }
  switch (order.blockReason) {
    case 'NOT_RECONCILED':
    case 'AMOUNT_MISMATCH':
    case 'HELD':
      return <p>{t(`orders.reason.${order.blockReason}`)}</p>
    default:
      return null
  }
}

function Refunds({ order }: { order: Order }) {
  const { t } = useTranslation()
  if (!order.refunds || order.refunds.length === 0) {
    return null
  }
  return (
    <section className="card" aria-labelledby="refunds">
      <h2 id="refunds">{t('orders.refunds')}</h2>
      <ul className="plain-list">
        {order.refunds.map((refund) => (
          <li key={refund.refundId} className="between">
            <span>
              <Moment at={refund.refundedAt} />
              {refund.reason && <span className="muted small block long">{refund.reason}</span>}
            </span>
            <Amount of={refund.amount} />
          </li>
        ))}
      </ul>
    </section>
  )
}
