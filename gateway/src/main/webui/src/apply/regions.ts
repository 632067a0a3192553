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

/** Names in Latin letters by code, fetched for who reads no Chinese. */
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

/** The list to choose from, each with its Latin name before where there is one. */
export function options(
  regions: readonly Region[],
  latin: Readonly<Record<string, string>> = {},
): Option[] {
  return regions.map(([value, name, inside]) => ({
    value,
    label: latin[value] === undefined ? name : `${latin[value]} ${name}`,
    children: inside && options(inside, latin),
  }))
}

/** Whether every word that was typed stands in the path: `Lüliang` is found by `luliang shanxi`. */
export function matches(typed: string, path: readonly { label?: unknown }[]): boolean {
  const names = plain(path.map(({ label }) => String(label)).join(' '))
  return plain(typed)
    .split(' ')
    .filter((word) => word !== '')
    .every((word) => names.includes(word))
}

function plain(text: string): string {
  return text
    .normalize('NFD')
    .replace(/[\u0300-\u036f']/g, '')
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
