import { Button, Checkbox, Select } from 'antd'
import { useEffect, useState } from 'react'
import { Link, useNavigate } from 'react-router'
import { ButtonLink } from '../app/ButtonLink'
import { useTitle } from '../app/hooks'
import { Empty, Loaded, More } from '../app/ListState'
import { Amount } from '../money/Amount'
import { formatMoney, sum } from '../money/money'
import { newCasePath } from '../support/support'
import { useTranslation } from '../texts/useTranslation'
import { Moment } from '../time/Moment'
import { BillState } from './BillState'
import {
  type Bill,
  type BillStatus,
  lookAgain,
  STATUSES,
  useBills,
  useLookingOnReturn,
} from './bills'

const LOOK_AGAIN_MS = 8_000

export function Component() {
  const { t } = useTranslation()
  const [status, setStatus] = useState<BillStatus>()
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set())
  const navigate = useNavigate()
  const bills = useBills(status)
  useTitle(t('bills.title'), t('brand'))
  useLookingOnReturn(bills.refetch)
  useLookingWhileEmpty(bills.data?.length === 0 && status === undefined, bills.refetch)

  function choose(id: string, on: boolean) {
    const next = new Set(chosen)
    if (on) {
      next.add(id)
    } else {
      next.delete(id)
    }
    setChosen(next)
  }

  const selected = (bills.data ?? []).filter((bill) => chosen.has(bill.id) && canApply(bill))
  return (
    <div className="page">
      <h1>{t('bills.title')}</h1>
      <p className="muted">{t('bills.intro')}</p>
      <div className="toolbar">
        <Select<BillStatus | 'all'>
          aria-label={t('bills.filter')}
          className="filter"
          value={status ?? 'all'}
          onChange={(value) => setStatus(value === 'all' ? undefined : value)}
          options={[
            { value: 'all', label: t('bills.all') },
            ...STATUSES.map((value) => ({ value, label: t(`bills.status.${value}`) })),
          ]}
        />
        <div className="selection" aria-live="polite">
          {selected.length > 0 && (
            <>
              <span className="amount">
                {t('bills.selected', {
                  amount: formatMoney(sum(selected.map((bill) => bill.invoiceableAmount))),
                })}
              </span>
              <Button
                type="primary"
                onClick={() => navigate(`/apply/${selected.map((bill) => bill.id).join(',')}`)}
              >
                {t('bills.applySelected', { count: selected.length })}
              </Button>
            </>
          )}
        </div>
      </div>
      <Loaded of={bills}>
        {() =>
          bills.data?.length === 0 ? (
            <Empty title={t(status === undefined ? 'bills.empty' : 'bills.emptyFilter')}>
              {status === undefined && <p>{t('bills.emptyText')}</p>}
            </Empty>
          ) : (
            <>
              <BillTable
                bills={bills.data ?? []}
                chosen={chosen}
                choose={choose}
                quiet={selected.length > 0}
              />
              <More list={bills} />
            </>
          )
        }
      </Loaded>
    </div>
  )
}

function useLookingWhileEmpty(empty: boolean, refetch: () => unknown) {
  useEffect(() => {
    if (!empty) {
      return
    }
    const timer = setInterval(() => void lookAgain(refetch), LOOK_AGAIN_MS)
    return () => clearInterval(timer)
  }, [empty, refetch])
}

function canApply(bill: Bill): boolean {
  return bill.status === 'INVOICEABLE'
}

interface View {
  bills: Bill[]
  chosen: ReadonlySet<string>
  choose: (id: string, on: boolean) => void
  /** The primary action is the one for the selection. */
  quiet: boolean
}

/** A table on a desk; on a phone the same rows are cards. */
function BillTable({ bills, chosen, choose, quiet }: View) {
  const { t } = useTranslation()
  return (
    <table className="bills">
      <thead>
        <tr>
          <td />
          <th scope="col">{t('bills.product')}</th>
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
        {bills.map((bill) => (
          <tr key={bill.id}>
            <td className="bill-choice">
              <Choice bill={bill} chosen={chosen} choose={choose} />
            </td>
            <th scope="row" className="bill-product">
              <span className="long">{bill.product}</span>
              <Link
                className="small block long"
                to={`/orders/${encodeURIComponent(bill.orderNumber)}`}
              >
                {bill.orderNumber}
              </Link>
            </th>
            <td className="bill-payer" data-label={t('bills.payer')}>
              <span className="long" dir="auto">
                {bill.payerName}
              </span>
            </td>
            <td className="bill-paid" data-label={t('bills.paidAt')}>
              <Moment at={bill.paidAt} />
            </td>
            <td className="bill-amount end">
              <Amount of={bill.amount} />
            </td>
            <td className="bill-status">
              <BillState bill={bill} />
            </td>
            <td className="bill-action end">
              <Action bill={bill} quiet={quiet} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function Choice({ bill, chosen, choose }: { bill: Bill } & Pick<View, 'chosen' | 'choose'>) {
  const { t } = useTranslation()
  return canApply(bill) ? (
    <Checkbox
      checked={chosen.has(bill.id)}
      aria-label={`${t('bills.choose')}: ${t('bills.select', { order: bill.orderNumber })}`}
      onChange={(event) => choose(bill.id, event.target.checked)}
    >
      <span className="phone-only">{t('bills.choose')}</span>
    </Checkbox>
  ) : (
    <span />
  )
}

function Action({ bill, quiet }: { bill: Bill; quiet: boolean }) {
  const { t } = useTranslation()
  const about = (text: string) => `${text}${t('common.colon')} ${bill.orderNumber}`
  if (canApply(bill)) {
    return (
      <>
        <ButtonLink to={`/apply/${bill.id}`} type={quiet ? 'default' : 'primary'}>
          {t('bills.apply')}
        </ButtonLink>
        <Link
          className="small block bill-ask"
          to={newCasePath({ kind: 'SPLIT', billId: bill.id })}
          aria-label={about(t('bills.split'))}
        >
          {t('bills.split')}
        </Link>
      </>
    )
  }
  if (bill.applicationId) {
    return <Link to={`/applications/${bill.applicationId}`}>{t('bills.progress')}</Link>
  }
  return bill.status === 'BLOCKED' ? (
    <Link
      className="small"
      to={newCasePath({ kind: 'OTHER', billId: bill.id })}
      aria-label={about(t('bills.ask'))}
    >
      {t('bills.ask')}
    </Link>
  ) : null
}
