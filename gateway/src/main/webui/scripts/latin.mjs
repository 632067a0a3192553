// The names of regions for readers who know no Chinese: Hanyu Pinyin as GB/T 28039 writes it, without tones
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
  泌阳: 'bì yáng',
  曾都: 'zēng dū',
  宕昌: 'tàn chāng',
  筠连: 'jūn lián',
  乐陵: 'lào líng',
  召陵: 'shào líng',
  吴堡: 'wú bǔ',
  红寺堡: 'hóng sì bǔ',
  穆棱: 'mù líng',
  称多: 'chèn duō',
})

/** Where a map in English has another name; by the name, mostly without the word for its kind. */
const CUSTOMARY = {
  内蒙古: 'Inner Mongolia',
  西藏: 'Tibet',
  陕西: 'Shaanxi',
  台湾: 'Taiwan',
  香港: 'Hong Kong',
  澳门: 'Macao',
  呼和浩特: 'Hohhot',
  鄂尔多斯: 'Ordos',
  呼伦贝尔: 'Hulunbuir',
  巴彦淖尔: 'Bayannur',
  乌兰察布: 'Ulanqab',
  锡林郭勒: 'Xilingol',
  阿拉善: 'Alxa',
  兴安盟: 'Hinggan',
  达尔罕茂明安联合: 'Darhan Muminggan',
  鄂温克: 'Evenk',
  哈尔滨: 'Harbin',
  齐齐哈尔: 'Qiqihar',
  大兴安岭: 'Greater Khingan',
  拉萨: 'Lhasa',
  日喀则: 'Shigatse',
  昌都: 'Chamdo',
  林芝: 'Nyingchi',
  那曲: 'Nagqu',
  阿里: 'Ngari',
  格尔木: 'Golmud',
  阿坝: 'Ngawa',
  甘孜: 'Garze',
  香格里拉: 'Shangri-La',
  乌鲁木齐: 'Urumqi',
  克拉玛依: 'Karamay',
  吐鲁番: 'Turpan',
  博尔塔拉: 'Bortala',
  巴音郭楞: 'Bayingolin',
  库尔勒: 'Korla',
  阿克苏: 'Aksu',
  克孜勒苏: 'Kizilsu',
  喀什: 'Kashgar',
  和田: 'Hotan',
  伊犁: 'Ili',
  阿勒泰: 'Altay',
  西沙群岛: 'Xisha Islands',
  南沙群岛: 'Nansha Islands',
  中沙群岛的岛礁及其海域: 'Zhongsha Islands',
}

/** What zones are named for where it is no place. */
const NOUNS = {
  稀土: 'Rare Earth',
  汽车: 'Automotive',
  火炬: 'Torch',
  航空港: 'Airport',
  中新苏滁: 'Sino-Singapore',
  合肥: 'Hefei',
  马鞍山: "Ma'anshan",
}

const SIDES = { 左: 'Left', 右: 'Right', 前: 'Front', 中: 'Middle', 后: 'Rear' }

/** Stand-ins of the list for "the districts of", "the counties of": as whatever they lie in. */
const STAND_IN = /^(市辖区|县|(省|自治区)直辖县级行政区划)$/

/** 恩施土家族苗族自治州: peoples of one character always stand with 族, longer ones without it too. */
const PEOPLES =
  '[各回藏苗彝壮满侗瑶白傣黎佤畲水土羌怒]族|(?:蒙古|维吾尔|布依|朝鲜|土家|哈尼|哈萨克|傈僳|拉祜|东乡|纳西|景颇|柯尔克孜|达斡尔|仫佬|布朗|撒拉|毛南|仡佬|锡伯|普米|塔吉克|鄂温克|德昂|保安|裕固|独龙|鄂伦春)族?'
const OF_A_PEOPLE = new RegExp(
  `^(.+?)(?:(?:${PEOPLES})*自治(?:州|县|旗)|(?:壮族|回族|维吾尔)?自治区|(?:${PEOPLES})区)$`,
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
 * `around` are the names of what it lies in, province first, which names of zones often begin with.
 */
export function latin(name, around = []) {
  if (STAND_IN.test(name)) {
    return undefined
  }
  if (CUSTOMARY[name] !== undefined) {
    return CUSTOMARY[name]
  }
  for (const [zone, english] of ZONES) {
    const stem = name.replace(zone, '')
    if (stem !== name && stem.length >= 2) {
      return `${ofZone(stem, around)} ${english}`
    }
  }
  const banner = /^(.{2,}?)([左右]?翼?[前中后]?)旗$/.exec(name)
  if (banner?.[2]) {
    return `${named(banner[1])} ${sides(banner[2])} Banner`
  }
  const stem = stemOf(name)
  const left = /^(.{2,})([左右])翼$/.exec(stem)
  if (left) {
    return `${named(left[1])} ${sides(left[2])}`
  }
  // "Yuxian", not "Yu": names of one syllable keep the word for what they are.
  return named(stem.length > 1 ? stem : name)
}

/** Names of one list that would read alike, told apart by what they are: `Linxia City`. */
export function distinct(name, written) {
  const kind = { 市: 'City', 县: 'County', 区: 'District' }[name.at(-1)]
  return kind === undefined ? written : `${written} ${kind}`
}

function sides(characters) {
  return [...characters]
    .map((character) => SIDES[character])
    .filter((word) => word !== undefined)
    .join(' ')
}

/** A name without the word for the kind of region. */
function stemOf(name) {
  const place = OF_A_PEOPLE.exec(name)?.[1]
  return (
    place?.replace(/族$/, '') ??
    name.replace(/(?:地区|(?<=神农架)林区|特别行政区|特区|[省市区县旗盟])$/, '')
  )
}

/** A zone's own name, without the province and the city that it often begins with. */
function ofZone(zone, around) {
  let rest = zone.replace(/[市县区]$/, '')
  const cities = around.map(stemOf)
  for (const outer of cities) {
    const without = rest.startsWith(outer) ? rest.slice(outer.length).replace(/^[省市]/, '') : rest
    rest = without.length >= 2 ? without : rest
  }
  const city = cities.at(-1)
  return NOUNS[rest] !== undefined && city !== rest && city
    ? `${named(city)} ${NOUNS[rest]}`
    : named(rest)
}

function named(stem) {
  const known = Object.keys(CUSTOMARY).find(
    (place) => stem === place || (place.length > 2 && stem.startsWith(place)),
  )
  if (known === undefined) {
    return spelt(stem)
  }
  return known === stem
    ? CUSTOMARY[known]
    : `${CUSTOMARY[known]} ${spelt(stem.slice(known.length))}`
}

/** `Xi'an`: one word, an apostrophe before a syllable that starts with a vowel. */
function spelt(name) {
  const syllables = pinyin(name, { toneType: 'none', type: 'array' })
  const word = syllables
    .map((syllable, at) => (at > 0 && /^[aoe]/.test(syllable) ? `'${syllable}` : syllable))
    .join('')
  return word.charAt(0).toUpperCase() + word.slice(1)
}
