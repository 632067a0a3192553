import { formatMoney, type Money } from './money'

/** An amount in figures of one width. */
export function Amount({ of }: { of: Money | undefined }) {
  return <span className="amount">{of === undefined ? '–' : formatMoney(of)}</span>
}
