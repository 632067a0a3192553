import { expect, test } from 'vitest'
import { latin } from './latin.mjs'
import { latinNames, rows } from './regions.mjs'

test.each([
  ['海淀区', 'Haidian'],
  ['西安市', "Xi'an"],
  ['厦门市', 'Xiamen'],
  ['重庆市', 'Chongqing'],
  ['成都市', 'Chengdu'],
  ['曾都区', 'Zengdu'],
  ['什邡市', 'Shifang'],
  ['乐清市', 'Yueqing'],
  ['乐亭县', 'Laoting'],
  ['乐陵市', 'Laoling'],
  ['乐山市', 'Leshan'],
  ['六安市', "Lu'an"],
  ['六盘水市', 'Liupanshui'],
  ['番禺区', 'Panyu'],
  ['闵行区', 'Minhang'],
  ['黄陂区', 'Huangpi'],
  ['大埔县', 'Dabu'],
  ['长子县', 'Zhangzi'],
  ['泌阳县', 'Biyang'],
  ['宕昌县', 'Tanchang'],
  ['筠连县', 'Junlian'],
  ['召陵区', 'Shaoling'],
  ['吴堡县', 'Wubu'],
  ['穆棱市', 'Muling'],
  ['丹棱县', 'Danleng'],
  ['吕梁市', 'Lüliang'],
  ['万柏林区', 'Wanbailin'],
  ['神农架林区', 'Shennongjia'],
])('%s reads %s', (name, expected) => {
  expect(latin(name)).toBe(expected)
})

test.each([
  ['内蒙古自治区', 'Inner Mongolia'],
  ['陕西省', 'Shaanxi'],
  ['山西省', 'Shanxi'],
  ['乌鲁木齐县', 'Urumqi'],
  ['喀什地区', 'Kashgar'],
  ['兴安盟', 'Hinggan'],
  ['兴安县', "Xing'an"],
  ['香港特别行政区', 'Hong Kong'],
])('%s has the customary name %s', (name, expected) => {
  expect(latin(name)).toBe(expected)
})

test.each([
  ['恩施土家族苗族自治州', 'Enshi'],
  ['长白朝鲜族自治县', 'Changbai'],
  ['陵水黎族自治县', 'Lingshui'],
  ['隆林各族自治县', 'Longlin'],
  ['广西壮族自治区', 'Guangxi'],
  ['管城回族区', 'Guancheng'],
  ['梅里斯达斡尔族区', 'Meilisi'],
  ['东乡族自治县', 'Dongxiang'],
])('%s is named without its people: %s', (name, expected) => {
  expect(latin(name)).toBe(expected)
})

test('a name of one syllable keeps the word for what it is', () => {
  expect(latin('蔚县')).toBe('Yuxian')
})

test.each([
  ['科尔沁左翼中旗', "Ke'erqin Left Middle Banner"],
  ['阿拉善右旗', 'Alxa Right Banner'],
  ['阿荣旗', 'Arong'],
])('of the banners %s is %s', (name, expected) => {
  expect(latin(name)).toBe(expected)
})

test.each([
  ['河北唐山芦台经济开发区', ['河北省', '唐山市'], 'Lutai Development Zone'],
  ['唐山高新技术产业开发区', ['河北省', '唐山市'], 'Tangshan High-Tech Zone'],
  ['包头稀土高新技术产业开发区', ['内蒙古自治区', '包头市'], 'Baotou Rare Earth High-Tech Zone'],
  ['阜阳合肥现代产业园区', ['安徽省', '阜阳市'], 'Fuyang Hefei Industrial Park'],
  ['拉萨经济技术开发区', ['西藏自治区', '拉萨市'], 'Lhasa Economic Development Zone'],
])('the zone %s in %j is %s', (name, around, expected) => {
  expect(latin(name, around)).toBe(expected)
})

test('what only stands for "the districts of" has no name of its own', () => {
  const unnamed = rows().filter(([, name]) => latin(name) === undefined)
  expect(new Set(unnamed.map(([, name]) => name))).toEqual(
    new Set(['市辖区', '县', '省直辖县级行政区划', '自治区直辖县级行政区划']),
  )
})

test('each name of the list is written in Latin letters alone, in words that can be read', () => {
  const names = latinNames()
  expect(Object.keys(names).length).toBeGreaterThan(3_300)
  const others = Object.values(names).filter((written) =>
    written
      .split(' ')
      .some(
        (word) => !/^([A-Z][a-zü'-]{1,16}|Shangri-La|High-Tech|Sino-Singapore|and)$/.test(word),
      ),
  )
  expect(others).toEqual([])
})
