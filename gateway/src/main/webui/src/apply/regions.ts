import { useQuery } from '@tanstack/react-query'
import source from '../generated/regions.json?url'
import latinSource from '../generated/regions.latin.json?url'

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
    queryFn: () => fetched<Region[]>(source),
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: Number.POSITIVE_INFINITY,
  })
}

/** Names in Latin letters by code, fetched for readers who know no Chinese. */
export function useLatinNames(wanted: boolean) {
  return useQuery({
    queryKey: ['regions', 'latin'],
    queryFn: () => fetched<Readonly<Record<string, string>>>(latinSource),
    enabled: wanted,
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: Number.POSITIVE_INFINITY,
  })
}

async function fetched<T>(address: string): Promise<T> {
  const response = await fetch(address)
  if (!response.ok) {
    throw new Error(`regions: ${response.status}`)
  }
  return (await response.json()) as T
}

/** Of the list's stand-ins for "the districts of", "the counties of", what they stand for. */
const STAND_INS: Readonly<Record<string, 'districts' | 'counties' | 'direct'>> = {
  市辖区: 'districts',
  县: 'counties',
  省直辖县级行政区划: 'direct',
  自治区直辖县级行政区划: 'direct',
}

export type StandIn = (typeof STAND_INS)[string]

/** For readers who know no Chinese: names by code, and words for what has no name. */
export interface Latin {
  names: Readonly<Record<string, string>>
  standIn: (kind: StandIn) => string
}

/** The list to choose from, each with its Latin name in front where `latin` is given. */
export function options(regions: readonly Region[], latin?: Latin): Option[] {
  return regions.map(([value, name, inside]) => {
    const kind = STAND_INS[name]
    const written = latin?.names[value] ?? (kind && latin?.standIn(kind))
    return {
      value,
      label: written === undefined ? name : `${written} ${name}`,
      children: inside && options(inside, latin),
    }
  })
}

type Path = readonly { label?: unknown }[]

/**
 * Whether all that was typed stands in the path: the beginning of a word in Latin letters, or
 * Chinese characters anywhere. `Lüliang` is found by `luliang`, `lvliang` and `shanxi lu`.
 */
export function matches(typed: string, path: Path): boolean {
  const text = plain(labels(path))
  const words = text.split(BETWEEN)
  return asked(typed).every((part) =>
    /^[a-z]/.test(part) ? words.some((word) => word.startsWith(part)) : text.includes(part),
  )
}

/** Whole words first, and of those the larger place: `xian` is the city, then districts. */
export function closest(one: Path, other: Path, typed: string): number {
  return weight(other, typed) - weight(one, typed)
}

function weight(path: Path, typed: string): number {
  const levels = path.map((region) => plain(labels([region])).split(BETWEEN))
  return asked(typed)
    .map((part) => levels.findIndex((words) => words.includes(part)))
    .reduce((sum, level) => (level < 0 ? sum : sum + LEVELS - level), 0)
}

function labels(path: Path): string {
  return path.map(({ label }) => String(label)).join(' ')
}

/** Province, city, district. */
const LEVELS = 3

const BETWEEN = /[\s,，、/]+/

function asked(typed: string): string[] {
  return plain(typed)
    .replace(/([ln])v/g, '$1u')
    .split(BETWEEN)
    .filter((part) => part !== '')
}

/** Small letters without accents and apostrophes, of whatever kind a phone writes. */
function plain(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/[\u0300-\u036f'’‘ʼ]/g, '')
    .toLowerCase()
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
