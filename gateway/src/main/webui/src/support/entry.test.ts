import { expect, test } from 'vitest'
import { newEntry, requestOf } from './entry'

const person = { titleType: 'INDIVIDUAL', name: '王小明' } as const

test('only what the kind is about is sent', () => {
  const entry = {
    ...newEntry('NOT_RECEIVED', 'application:a'),
    text: ' Where is it?\n',
    newTitle: person,
  }
  expect(requestOf(entry, 'Not arrived')).toEqual({
    kind: 'NOT_RECEIVED',
    applicationId: 'a',
    text: 'Where is it?',
  })
  expect(requestOf({ ...entry, kind: 'TITLE_CHANGE' }, '')).toMatchObject({ newTitle: person })
  expect(requestOf({ ...entry, kind: 'OTHER', subject: undefined }, '')).toEqual({
    kind: 'OTHER',
    text: 'Where is it?',
  })
})

test('parts are sent with their amounts as the API writes them, and what is none as it was typed', () => {
  const entry = {
    ...newEntry('SPLIT', 'bill:b'),
    text: ' ',
    split: [
      { amount: '1,000', title: person },
      { amount: 'the rest', title: person },
    ],
  }
  expect(requestOf(entry, 'Split a bill')).toEqual({
    kind: 'SPLIT',
    billId: 'b',
    text: 'Split a bill',
    split: [
      { amount: { currency: 'CNY', value: '1000.00' }, title: person },
      { amount: { currency: 'CNY', value: 'the rest' }, title: person },
    ],
  })
})
