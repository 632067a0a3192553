import { Chip } from '../app/Chip'
import { useNow } from '../app/hooks'
import { fen, formatMoney } from '../money/money'
import { useTranslation } from '../texts/useTranslation'
import { usePromise } from '../time/Moment'
import { timeUntil } from '../time/moment'
import { type Bill, TONES } from './bills'

/** The state of a bill, and in words what it waits for or why nothing can be done. */
export function BillState({ bill }: { bill: Bill }) {
  const { t } = useTranslation()
  const promise = usePromise()
  const partly = fen(bill.invoiceableAmount) < fen(bill.amount) && fen(bill.invoiceableAmount) > 0
  return (
    <div className="bill-state">
      <Chip tone={TONES[bill.status]}>{t(`bills.status.${bill.status}`)}</Chip>
      {bill.status === 'SYNCHRONISING' && bill.invoiceableFrom && (
        <p>
          {t('bills.from', { when: promise(bill.invoiceableFrom) })}{' '}
          <Countdown to={bill.invoiceableFrom} />
        </p>
      )}
      {(bill.status === 'BLOCKED' || (bill.status === 'SYNCHRONISING' && !bill.invoiceableFrom)) &&
        bill.blockReasonText && <p>{bill.blockReasonText}</p>}
      {partly && <p>{t('bills.left', { amount: formatMoney(bill.invoiceableAmount) })}</p>}
      {bill.refundedAmount && fen(bill.refundedAmount) > 0 && (
        <p>{t('bills.refunded', { amount: formatMoney(bill.refundedAmount) })}</p>
      )}
    </div>
  )
}

function Countdown({ to }: { to: string }) {
  const { t } = useTranslation()
  const { days, hours, minutes } = timeUntil(to, useNow(20_000))
  const text =
    days > 0
      ? t('bills.inDays', { days, hours })
      : hours > 0
        ? t('bills.inHours', { hours, minutes })
        : minutes > 0
          ? t('bills.inMinutes', { minutes })
          : t('bills.soon')
  return <span className="countdown">{t('bills.countdown', { left: text })}</span>
}
