/** Money as the API writes it: yuan with two decimals. */
export interface Money {
  currency: string
  value: string
}

/** `1270.00` becomes `¥1,270.00`. Works on the digits: no rounding, no float. */
export function formatMoney(money: Money): string {
  const [, sign = '', whole = '0', decimals = '00'] = /^(-?)(\d+)\.(\d{2})$/.exec(money.value) ?? []
  return `${sign}¥${whole.replace(/\B(?=(\d{3})+$)/g, ',')}.${decimals}`
}

/** In fen, so that amounts can be compared and added. */
export function fen(money: Money): number {
  return Number(money.value.replace('.', ''))
}

export function sum(amounts: readonly Money[]): Money {
  const total = amounts.reduce((all, amount) => all + fen(amount), 0)
  return { currency: 'CNY', value: yuan(total) }
}

/** Fen as the API writes them. */
export function yuan(total: number): string {
  const digits = String(Math.abs(total)).padStart(3, '0')
  return `${total < 0 ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`
}

/** What a person types (`1,270`, `1270.5`, full-width digits, ¥) as the API takes it, if it can be. */
export function typedMoney(text: string): Money | undefined {
  const plain = text.normalize('NFKC').replace(/[¥￥,\s]/g, '')
  const [, whole, decimals = ''] = /^(\d{1,10})(?:\.(\d{0,2}))?$/.exec(plain) ?? []
  if (whole === undefined) {
    return undefined
  }
  return { currency: 'CNY', value: `${Number(whole)}.${decimals.padEnd(2, '0')}` }
}
