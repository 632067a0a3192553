import { Chip } from '../app/Chip'
import { fen, formatMoney } from '../money/money'
import { useTranslation } from '../texts/useTranslation'
import { type Order, TONES } from './orders'

/** `Office 365 E3, 12 months × 6`. */
export function product({ product: name, quantity }: Order): string {
  return quantity > 1 ? `${name} × ${quantity}` : name
}

/** Where an order stands, and what went back of it. */
export function OrderState({ order }: { order: Order }) {
  const { t } = useTranslation()
  return (
    <>
      <Chip tone={TONES[order.status]}>{t(`orders.status.${order.status}`)}</Chip>
      {fen(order.refundedAmount) > 0 && fen(order.remainingAmount) > 0 && (
        <span className="muted small block">
          {t('bills.refunded', { amount: formatMoney(order.refundedAmount) })}
        </span>
      )}
    </>
  )
}
