import { expect, test } from 'vitest'
import { normaliseTaxpayerId, readTaxpayerId } from './taxpayerId'

const TODAY = new Date('2026-11-29T00:00:00Z')

test.each([
  '91350100M000100Y43',
  '91110000600037341L',
  '523100005758850147',
  '91310106552993944D',
  '91310000834486035U',
  '91310101MAELA36R35',
  '916101123111642482',
])('%s is the code of an organisation', (code) => {
  expect(readTaxpayerId(code, TODAY)).toEqual({ kind: 'organisation' })
})

test.each([
  ['91350100M000100Y4Z', 'letters'],
  ['91310115MA1H8R7C6D', 'checkDigit'],
  ['202003261233701778', 'checkDigit'],
  ['9135O100M000100Y43', 'letters'],
  ['000000000000000000', 'zeros'],
  ['9131010655299394', 'length'],
  ['91310106-552993944D', 'characters'],
  ['ABCDEF123456789', 'characters'],
  ['110101194913011234', 'birthday'],
  ['11010549123100212', 'kind:person'],
])('%s: %s', (id, flaw) => {
  const reading = readTaxpayerId(id, TODAY)
  expect('flaw' in reading ? reading.flaw : `kind:${reading.kind}`).toBe(flaw)
})

test('an identity card number with the right check character is a person, alone or with two more', () => {
  expect(readTaxpayerId('11010519491231002X', TODAY)).toEqual({ kind: 'person' })
  expect(readTaxpayerId('11010519491231002X00', TODAY)).toEqual({ kind: 'person' })
})

test('a date of birth after today is none', () => {
  expect(readTaxpayerId('11010519491231002X', new Date('1949-12-30T00:00:00Z'))).toEqual({
    flaw: 'birthday',
  })
})

test('an id of 15 characters is an older one', () => {
  expect(readTaxpayerId('310106552993944', TODAY)).toEqual({ kind: 'older' })
})

test('full-width characters, small letters and spaces are read as what they stand for', () => {
  expect(normaliseTaxpayerId(' ９１３１０１０６ 552993944d ')).toBe('91310106552993944D')
})
