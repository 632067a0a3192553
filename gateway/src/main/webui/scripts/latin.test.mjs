import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { latin } from './latin.mjs'

const list = new URL(
  '../../../../../fapiao-service/src/main/resources/regions/gb2260.csv',
  import.meta.url,
)
const rows = readFileSync(list, 'utf8')
  .split('\n')
  .filter((line) => /^\d{6},/.test(line))
  .map((line) => line.trim().split(','))

test.each([
  ['110108', '海淀区', 'Haidian'],
  ['610100', '西安市', "Xi'an"],
  ['350200', '厦门市', 'Xiamen'],
  ['500000', '重庆市', 'Chongqing'],
  ['510100', '成都市', 'Chengdu'],
  ['510682', '什邡市', 'Shifang'],
  ['330382', '乐清市', 'Yueqing'],
  ['130225', '乐亭县', 'Laoting'],
  ['511100', '乐山市', 'Leshan'],
  ['341500', '六安市', "Lu'an"],
  ['520200', '六盘水市', 'Liupanshui'],
  ['440113', '番禺区', 'Panyu'],
  ['310112', '闵行区', 'Minhang'],
  ['420116', '黄陂区', 'Huangpi'],
  ['441422', '大埔县', 'Dabu'],
  ['140428', '长子县', 'Zhangzi'],
  ['141100', '吕梁市', 'Lüliang'],
  ['140109', '万柏林区', 'Wanbailin'],
  ['429021', '神农架林区', 'Shennongjia'],
])('%s %s reads %s', (code, name, expected) => {
  expect(latin(code, name)).toBe(expected)
})

test.each([
  ['150000', '内蒙古自治区', 'Inner Mongolia'],
  ['610000', '陕西省', 'Shaanxi'],
  ['140000', '山西省', 'Shanxi'],
  ['650100', '乌鲁木齐市', 'Urumqi'],
  ['653100', '喀什地区', 'Kashgar'],
  ['810000', '香港特别行政区', 'Hong Kong'],
])('%s %s has the customary name %s', (code, name, expected) => {
  expect(latin(code, name)).toBe(expected)
})

test.each([
  ['422800', '恩施土家族苗族自治州', 'Enshi'],
  ['220623', '长白朝鲜族自治县', 'Changbai'],
  ['469028', '陵水黎族自治县', 'Lingshui'],
  ['451031', '隆林各族自治县', 'Longlin'],
  ['450000', '广西壮族自治区', 'Guangxi'],
])('%s %s is named without its peoples: %s', (code, name, expected) => {
  expect(latin(code, name)).toBe(expected)
})

test('a name of one syllable keeps the word for what it is', () => {
  expect(latin('130726', '蔚县')).toBe('Yuxian')
})

test('a zone has its own name, not that of the city around it', () => {
  const around = ['河北省', '唐山市']
  expect(latin('130271', '河北唐山芦台经济开发区', around)).toBe('Lutai Development Zone')
  expect(latin('130273', '唐山高新技术产业开发区', around)).toBe('Tangshan High-Tech Zone')
})

test('what only stands for "the districts of" has no name of its own', () => {
  const unnamed = rows.filter(([code, name]) => latin(code, name) === undefined)
  expect(new Set(unnamed.map(([, name]) => name))).toEqual(
    new Set(['市辖区', '县', '省直辖县级行政区划', '自治区直辖县级行政区划']),
  )
})

test('each name of the list is written in Latin letters alone', () => {
  expect(rows.length).toBeGreaterThan(3_300)
  const others = rows
    .map(([code, name]) => [name, latin(code, name) ?? 'None'])
    .filter(([, written]) => !/^[A-Z][A-Za-zü' -]+$/.test(written))
  expect(others).toEqual([])
})
