import { useQuery } from '@tanstack/react-query'
import source from '../generated/regions.json?url'

/** Code, name and what lies inside. */
export type Region = [code: string, name: string, inside?: Region[]]

export interface Option {
  value: string
  label: string
  children?: Option[]
}

/** The regions of GB/T 2260, fetched when an address is asked for. */
export function useRegions() {
  return useQuery({
    queryKey: ['regions'],
    queryFn: async () => {
      const response = await fetch(source)
      if (!response.ok) {
        throw new Error(`regions: ${response.status}`)
      }
      return (await response.json()) as Region[]
    },
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: Number.POSITIVE_INFINITY,
  })
}

/** The provinces for who reads no Chinese, by the first two digits (ISO 3166-2:CN, in English use). */
const PROVINCES: Readonly<Record<string, string>> = {
  11: 'Beijing',
  12: 'Tianjin',
  13: 'Hebei',
  14: 'Shanxi',
  15: 'Inner Mongolia',
  21: 'Liaoning',
  22: 'Jilin',
  23: 'Heilongjiang',
  31: 'Shanghai',
  32: 'Jiangsu',
  33: 'Zhejiang',
  34: 'Anhui',
  35: 'Fujian',
  36: 'Jiangxi',
  37: 'Shandong',
  41: 'Henan',
  42: 'Hubei',
  43: 'Hunan',
  44: 'Guangdong',
  45: 'Guangxi',
  46: 'Hainan',
  50: 'Chongqing',
  51: 'Sichuan',
  52: 'Guizhou',
  53: 'Yunnan',
  54: 'Tibet',
  61: 'Shaanxi',
  62: 'Gansu',
  63: 'Qinghai',
  64: 'Ningxia',
  65: 'Xinjiang',
  71: 'Taiwan',
  81: 'Hong Kong',
  82: 'Macao',
}

/** The list to choose from, provinces with their Latin name before where `latin`. */
export function options(regions: readonly Region[], latin: boolean): Option[] {
  return regions.map(([value, name, inside]) => {
    const known = latin && value.endsWith('0000') ? PROVINCES[value.slice(0, 2)] : undefined
    return {
      value,
      label: known ? `${known} ${name}` : name,
      children: inside && options(inside, latin),
    }
  })
}

/** Province, city and district of a code; empty when it is not in the list. */
export function pathTo(code: string, regions: readonly Region[]): Region[] {
  for (const region of regions) {
    if (region[0] === code) {
      return [region]
    }
    const rest = pathTo(code, region[2] ?? [])
    if (rest.length > 0) {
      return [region, ...rest]
    }
  }
  return []
}

/** As one writes it on a parcel: without the pseudo cities of the municipalities. */
export function nameOf(code: string, regions: readonly Region[]): string {
  const names = pathTo(code, regions).map(([, name]) => name)
  return names.filter((name) => name !== '市辖区' && name !== '县').join(' ') || code
}
