import { fen, type Money, typedMoney, yuan } from '../money/money'
import type { Buyer } from '../titles/titles'

export const FEWEST_PARTS = 2
export const MOST_PARTS = 20

/** A part as it is typed. */
export interface PartEntry {
  amount?: string
  title?: Partial<Buyer>
}

/** What the parts leave of a bill, below zero when they are too much; what is no amount counts as none. */
export function leftOf(total: Money, parts: readonly (PartEntry | undefined)[]): Money {
  const taken = parts.reduce((sum, part) => {
    const money = typedMoney(part?.amount ?? '')
    return sum + (money ? fen(money) : 0)
  }, 0)
  return { currency: 'CNY', value: yuan(fen(total) - taken) }
}
