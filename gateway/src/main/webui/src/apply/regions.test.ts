import { expect, test } from 'vitest'
import { matches, options, type Region } from './regions'

const china: Region[] = [
  ['140000', '山西省', [['141100', '吕梁市', [['141102', '离石区']]]]],
  ['610000', '陕西省', [['610100', '西安市', [['610113', '雁塔区']]]]],
]
const latin = { 140000: 'Shanxi', 141100: 'Lüliang', 610000: 'Shaanxi', 610100: "Xi'an" }

test('a name in Latin letters stands before the Chinese one, where there is one', () => {
  const [, shaanxi] = options(china, latin)
  expect(shaanxi?.label).toBe('Shaanxi 陕西省')
  expect(shaanxi?.children?.[0]?.label).toBe("Xi'an 西安市")
  expect(shaanxi?.children?.[0]?.children?.[0]?.label).toBe('雁塔区')
})

test('who reads Chinese gets the names of the list alone', () => {
  expect(options(china)[0]?.label).toBe('山西省')
})

test.each([
  ['xian', true],
  ["Xi'an", true],
  ['shaanxi XIAN', true],
  ['雁塔', true],
  ['陕西 雁塔', true],
  ['luliang', false],
  ['shanxi', false],
])("%s finds a district of Xi'an: %s", (typed, found) => {
  expect(
    matches(typed, [
      { label: 'Shaanxi 陕西省' },
      { label: "Xi'an 西安市" },
      { label: 'Yanta 雁塔区' },
    ]),
  ).toBe(found)
})

test.each(['luliang', 'lüliang', 'LÜLIANG', '吕梁'])('%s finds Lüliang', (typed) => {
  expect(matches(typed, [{ label: 'Shanxi 山西省' }, { label: 'Lüliang 吕梁市' }])).toBe(true)
})
