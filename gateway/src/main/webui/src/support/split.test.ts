import { expect, test } from 'vitest'
import { leftOf } from './split'

const total = { currency: 'CNY', value: '1270.00' }

test.each([
  [[], '1270.00'],
  [[{}, undefined], '1270.00'],
  [[{ amount: '1,000' }, { amount: '２69.99' }], '0.01'],
  [[{ amount: '1000.00' }, { amount: '270' }], '0.00'],
  [[{ amount: '1270.01' }], '-0.01'],
  [[{ amount: '1000' }, { amount: 'the rest' }], '270.00'],
])('parts of %j leave %s', (parts, left) => {
  expect(leftOf(total, parts).value).toBe(left)
})
