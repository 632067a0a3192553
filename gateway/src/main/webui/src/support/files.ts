/** What the service centre reads. */
const KINDS: Record<string, string[]> = {
  'application/pdf': ['.pdf'],
  'image/png': ['.png'],
  'image/jpeg': ['.jpg', '.jpeg'],
}

export const ACCEPTED = Object.keys(KINDS)
  .concat(...Object.values(KINDS))
  .join(',')

const LARGEST_MIB = 5
const MIB = 1_048_576

/** What keeps a file from being sent; the API looks into it as well. */
export function flawOf({ name, size }: Pick<File, 'name' | 'size'>): Flaw | undefined {
  const endings = Object.values(KINDS).flat()
  if (!endings.some((ending) => name.toLowerCase().endsWith(ending))) {
    return 'kind'
  }
  if (size === 0) {
    return 'empty'
  }
  return size > LARGEST_MIB * MIB ? 'large' : undefined
}

export type Flaw = 'kind' | 'empty' | 'large'

/** `48 KB`, `1.2 MB`, as the reader's language writes it. */
export function formatSize(bytes: number, language: string): string {
  const [value, unit] =
    bytes < MIB ? [Math.max(1, Math.round(bytes / 1024)), 'KB'] : [bytes / MIB, 'MB']
  const digits = new Intl.NumberFormat(language, { maximumFractionDigits: 1 }).format(value)
  return `${digits} ${unit}`
}
