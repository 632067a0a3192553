// The names of regions for who reads no Chinese: Hanyu Pinyin as GB/T 28039 writes it, without tones
// and without the word for the kind of region, and the customary name where English has another.
import { customPinyin, pinyin } from 'pinyin-pro'

/** Places are read otherwise than the same characters elsewhere. Longer ones first. */
customPinyin({
  喀什: 'kā shí',
  乌什: 'wū shí',
  什邡: 'shí fāng',
  什: 'shí',
  都: 'dū',
  铁厂: 'tiě chǎng',
  乐清: 'yuè qīng',
  乐亭: 'lào tíng',
  乐都: 'lè dū',
  民乐: 'mín lè',
  乐: 'lè',
  歙: 'shè',
  单县: 'shàn xiàn',
  莘县: 'shēn xiàn',
  浚县: 'xùn xiàn',
  蔚县: 'yù xiàn',
  万柏林: 'wàn bǎi lín',
  六安: 'lù ān',
  六合: 'lù hé',
  铅山: 'yán shān',
  洪洞: 'hóng tóng',
  长子: 'zhǎng zǐ',
  番禺: 'pān yú',
  番: 'fān',
  涡阳: 'guō yáng',
  尉犁: 'yù lí',
  黄陂: 'huáng pí',
  大埔: 'dà bù',
  闵行: 'mǐn háng',
  行唐: 'xíng táng',
  珲春: 'hún chūn',
  调兵山: 'diào bīng shān',
  泊头: 'bó tóu',
  扎赉特: 'zhā lài tè',
  牟定: 'móu dìng',
  中牟: 'zhōng mù',
  繁峙: 'fán shì',
  大城县: 'dài chéng xiàn',
  郫: 'pí',
  台州: 'tāi zhōu',
  丽水: 'lí shuǐ',
  盖州: 'gài zhōu',
  勐: 'měng',
  洞头: 'dòng tóu',
  覃塘: 'qín táng',
})

/** Where a map in English has another name, by code; endonyms of GB/T 2260 and common use. */
const CUSTOMARY = {
  150000: 'Inner Mongolia',
  540000: 'Tibet',
  610000: 'Shaanxi',
  710000: 'Taiwan',
  810000: 'Hong Kong',
  820000: 'Macao',
  150100: 'Hohhot',
  150600: 'Ordos',
  150700: 'Hulunbuir',
  150800: 'Bayannur',
  150900: 'Ulanqab',
  152200: 'Hinggan',
  152500: 'Xilingol',
  152900: 'Alxa',
  230100: 'Harbin',
  230200: 'Qiqihar',
  232700: 'Greater Khingan',
  540100: 'Lhasa',
  540200: 'Shigatse',
  540300: 'Chamdo',
  540400: 'Nyingchi',
  540600: 'Nagqu',
  542500: 'Ngari',
  632800: 'Haixi',
  632801: 'Golmud',
  513200: 'Ngawa',
  513300: 'Garze',
  533400: 'Diqing',
  650100: 'Urumqi',
  650200: 'Karamay',
  650400: 'Turpan',
  650500: 'Hami',
  652700: 'Bortala',
  652800: 'Bayingolin',
  652801: 'Korla',
  652900: 'Aksu',
  652901: 'Aksu',
  653000: 'Kizilsu',
  653100: 'Kashgar',
  653101: 'Kashgar',
  653200: 'Hotan',
  653201: 'Hotan',
  654000: 'Ili',
  654300: 'Altay',
  654301: 'Altay',
}

/** Stand-ins of the list for "the districts of", "the counties of": as whatever they lie in. */
const STAND_IN = /^(市辖区|县|(省|自治区)直辖县级行政区划)$/

/** 恩施土家族苗族自治州: peoples of one character always stand with 族, longer ones without it too. */
const PEOPLES =
  '[各回藏苗彝壮满侗瑶白傣黎佤畲水土羌怒]族|(?:蒙古|维吾尔|布依|朝鲜|土家|哈尼|哈萨克|傈僳|拉祜|东乡|纳西|景颇|柯尔克孜|达斡尔|仫佬|布朗|撒拉|毛南|仡佬|锡伯|普米|塔吉克|鄂温克|德昂|保安|裕固|独龙|鄂伦春)族?'
const AUTONOMOUS = new RegExp(
  `^(.+?)(?:(?:${PEOPLES})*自治(?:州|县|旗)|(?:壮族|回族|维吾尔)?自治区)$`,
)

/** Zones that the statistics list beside districts, by the English name they give themselves. */
const ZONES = [
  [/(?:高新技术(?:产业)?|高技术产业)(?:开发|园)区$/, 'High-Tech Zone'],
  [/经济技术开发区$/, 'Economic Development Zone'],
  [/文化旅游创意园区$/, 'Culture and Tourism Park'],
  [/风景名胜区$/, 'Scenic Area'],
  [/(?:现代产业|工业|循环化工)园区$/, 'Industrial Park'],
  [/(?:经济)?开发区$/, 'Development Zone'],
  [/城乡一体化示范区$/, 'Integration Zone'],
  [/转型综合改革示范区$/, 'Reform Zone'],
  [/示范区$/, 'Demonstration Zone'],
  [/经济综合实验区$/, 'Economy Zone'],
  [/综合物流产业聚集区$/, 'Logistics Zone'],
  [/中国新加坡食品区$/, 'Sino-Singapore Food Zone'],
  [/新区$/, 'New Area'],
  [/新城$/, 'New Town'],
  [/矿区$/, 'Mining District'],
  [/管理区(?:管委会)?$/, 'Administration Zone'],
  [/行政委员会$/, 'Administration'],
]

/**
 * One name in Latin letters, `Haidian` for 海淀区; undefined for what only stands in for others.
 * `around` are the names of what it lies in, which the names of zones often begin with.
 */
export function latin(code, name, around = []) {
  if (CUSTOMARY[code]) {
    return CUSTOMARY[code]
  }
  if (STAND_IN.test(name)) {
    return undefined
  }
  for (const [zone, english] of ZONES) {
    const stem = name.replace(zone, '')
    if (stem !== name && stem.length >= 2) {
      return `${spelt(own(stem, around))} ${english}`
    }
  }
  const stem = stemOf(name)
  // "Yuxian", not "Yu": names of one syllable keep the word for what they are.
  return spelt(stem.length > 1 ? stem : name)
}

/** A name without the word for the kind of region. */
function stemOf(name) {
  const autonomous = AUTONOMOUS.exec(name)?.[1]
  return autonomous ?? name.replace(/(?:地区|(?<=神农架)林区|特区|[省市区县旗盟])$/, '')
}

/** What is left of a zone's name without the province and the city it begins with. */
function own(zone, around) {
  let rest = zone.replace(/[市县区]$/, '')
  for (const outer of around.map(stemOf)) {
    const without = rest.startsWith(outer) ? rest.slice(outer.length).replace(/^[省市]/, '') : rest
    rest = without.length >= 2 ? without : rest
  }
  return rest
}

/** `Xi'an`: one word, an apostrophe before a syllable that starts with a vowel. */
function spelt(name) {
  const syllables = pinyin(name, { toneType: 'none', type: 'array' })
  const word = syllables
    .map((syllable, at) => (at > 0 && /^[aoe]/.test(syllable) ? `'${syllable}` : syllable))
    .join('')
  return word.charAt(0).toUpperCase() + word.slice(1)
}
