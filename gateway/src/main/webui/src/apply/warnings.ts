/** Tells the warnings of an application apart. */
export function warningKey(warning: { code?: string; field?: string }): string {
  return `${warning.code}:${warning.field}`
}
