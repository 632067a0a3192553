import { expect, test } from 'vitest'
import { deliveryFor, type Entry } from './draft'

const parcel: Entry['delivery'] = {
  method: 'SF_COLLECT',
  recipient: '王小明',
  phone: '13800138000',
  region: '310115',
  address: '科苑路88号',
}
const mail: Entry['delivery'] = { method: 'EMAIL', recipient: 'books@contoso.example' }

test('an address that was typed is there again once paper is chosen again', () => {
  const electronic = deliveryFor({ medium: 'ELECTRONIC', delivery: parcel }, 'me@contoso.example')
  expect(electronic.delivery).toEqual({ method: 'EMAIL', recipient: 'me@contoso.example' })
  const paper = deliveryFor({ medium: 'PAPER', ...electronic }, 'me@contoso.example')
  expect(paper).toEqual({ delivery: parcel, aside: electronic.delivery })
})

test('another address for the file is kept as well', () => {
  const paper = deliveryFor({ medium: 'PAPER', delivery: mail }, 'me@contoso.example')
  expect(paper.delivery).toEqual({ method: 'YUNDA' })
  const electronic = deliveryFor({ medium: 'ELECTRONIC', ...paper }, 'me@contoso.example')
  expect(electronic.delivery).toEqual(mail)
})

test.each([
  ['PAPER', parcel],
  ['ELECTRONIC', mail],
] as const)('what goes with %s stays as it is', (medium, delivery) => {
  expect(deliveryFor({ medium, delivery }, 'me@contoso.example').delivery).toBe(delivery)
})
