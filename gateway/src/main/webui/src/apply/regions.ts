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

export function options(regions: readonly Region[]): Option[] {
  return regions.map(([value, label, inside]) => ({
    value,
    label,
    children: inside && options(inside),
  }))
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
