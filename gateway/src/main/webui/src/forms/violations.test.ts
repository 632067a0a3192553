import { expect, test } from 'vitest'
import { fieldPath, sentence, sortViolations } from './violations'

test.each([
  ['email', ['email']],
  ['buyer.taxpayerId', ['buyer', 'taxpayerId']],
  ['items[0].amount', ['items', 0, 'amount']],
  ['#/items/1/amount', ['items', 1, 'amount']],
])('%s is found in the form', (field, path) => {
  expect(fieldPath(field)).toEqual(path)
})

test('each refusal reaches the field it is about, and what has no field is left over', () => {
  const sorted = sortViolations(
    [
      { field: 'buyer.taxpayerId', message: 'must have 15, 17, 18 or 20 characters' },
      { field: 'items[0].amount.value', message: 'must be yuan' },
      { field: 'items', message: 'must be bills of one customer' },
      { field: 'buyer.taxpayerId', message: 'is missing' },
    ],
    [
      ['buyer', 'taxpayerId'],
      ['items', 0, 'amount'],
      ['items', 1, 'amount'],
    ],
  )
  expect(sorted).toEqual({
    fields: [
      {
        name: ['buyer', 'taxpayerId'],
        errors: ['Must have 15, 17, 18 or 20 characters', 'Is missing'],
      },
      { name: ['items', 0, 'amount'], errors: ['Must be yuan'] },
    ],
    rest: [{ field: 'items', message: 'must be bills of one customer' }],
  })
})

test('a message in Chinese stays as it is', () => {
  expect(sentence('不能为空')).toBe('不能为空')
})
