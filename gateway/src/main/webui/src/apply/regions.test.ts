import { expect, test } from 'vitest'
import { latinNames, tree } from '../../scripts/regions.mjs'
import { closest, matches, type Option, options, type Region } from './regions'

const latin = { names: latinNames(), standIn: (kind: string) => `<${kind}>` }
const china = options(tree() as Region[], latin)

/** What the field shows for what is typed, the closest first, as far as it shows anything. */
function found(typed: string): string[] {
  const shown = (path: Option[]) => path.map(({ label }) => label).join(' / ')
  return paths(china)
    .filter((path) => matches(typed, path))
    .sort((one, other) => closest(one, other, typed))
    .slice(0, 50)
    .map(shown)
}

function paths(inside: Option[], outer: Option[] = []): Option[][] {
  return inside.flatMap((option) => {
    const path = [...outer, option]
    return option.children ? paths(option.children, path) : [path]
  })
}

test('a name in Latin letters stands before the Chinese one', () => {
  expect(found('海淀')).toEqual(['Beijing 北京市 / <districts> 市辖区 / Haidian 海淀区'])
})

test('who reads Chinese gets the names of the list alone', () => {
  expect(options(tree() as Region[])[0]?.label).toBe('北京市')
})

test.each([
  ["Xi'an", "Shaanxi 陕西省 / Xi'an 西安市"],
  ['Xi’an', "Shaanxi 陕西省 / Xi'an 西安市"],
  ['xian', "Shaanxi 陕西省 / Xi'an 西安市"],
  ['henan', 'Henan 河南省'],
  ['Pudong, Shanghai', 'Shanghai 上海市 / <districts> 市辖区 / Pudong'],
  ['上海　浦东', 'Shanghai 上海市 / <districts> 市辖区 / Pudong'],
  ['luliang', 'Shanxi 山西省 / Lüliang 吕梁市'],
  ['lvliang', 'Shanxi 山西省 / Lüliang 吕梁市'],
  ['Lüliang', 'Shanxi 山西省 / Lüliang 吕梁市'],
  ['ili', 'Xinjiang 新疆维吾尔自治区 / Ili 伊犁哈萨克自治州'],
  ['urumqi', 'Xinjiang 新疆维吾尔自治区 / Urumqi 乌鲁木齐市'],
])('%s finds %s first', (typed, first) => {
  expect(found(typed)[0]).toContain(first)
})

test('Shanxi and Shaanxi are told apart', () => {
  expect(found('shaanxi').every((path) => path.startsWith('Shaanxi 陕西省'))).toBe(true)
  expect(found('shanxi').every((path) => !path.startsWith('Shaanxi 陕西省'))).toBe(true)
})

test.each(['', 'nowhere', 'ianx'])('%j names no place', (typed) => {
  expect(found(typed)).toHaveLength(typed === '' ? 50 : 0)
})

test('no two places beside each other read alike', () => {
  const alike = (inside: Option[]): string[] => {
    const names = inside.map(({ label }) => label.replace(/ [^ ]+$/, ''))
    return [
      ...names.filter((name, at) => !/[<]/.test(name) && names.indexOf(name) !== at),
      ...inside.flatMap(({ children }) => alike(children ?? [])),
    ]
  }
  expect(alike(china)).toEqual([])
})
