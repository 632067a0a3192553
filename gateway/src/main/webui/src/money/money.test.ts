import { expect, test } from 'vitest'
import { formatMoney, sum, typedMoney } from './money'

const cny = (value: string) => ({ currency: 'CNY', value })

test.each([
  ['1270.00', '¥1,270.00'],
  ['0.05', '¥0.05'],
  ['999.99', '¥999.99'],
  ['1234567890.12', '¥1,234,567,890.12'],
  ['-270.00', '-¥270.00'],
])('%s is written %s', (value, written) => {
  expect(formatMoney(cny(value))).toBe(written)
})

test('amounts are added to the fen', () => {
  expect(sum([cny('0.10'), cny('0.20'), cny('1270.00')])).toEqual(cny('1270.30'))
  expect(sum([])).toEqual(cny('0.00'))
})

test.each([
  ['1270', '1270.00'],
  ['1,270.5', '1270.50'],
  ['￥１２７０．００', '1270.00'],
  ['007', '7.00'],
])('%s is read as %s', (typed, value) => {
  expect(typedMoney(typed)).toEqual(cny(value))
})

test.each(['', 'abc', '12.345', '-1', '1e3', '12345678901'])('"%s" is no amount', (typed) => {
  expect(typedMoney(typed)).toBeUndefined()
})
