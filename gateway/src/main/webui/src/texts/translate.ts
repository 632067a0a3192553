import type { Texts } from './en'
import { language, texts } from './language'

/** Each text by its path; the forms of a plural are one. */
export type TextKey = Singular<Paths<Texts>>

type Paths<T> = {
  [K in keyof T & string]: T[K] extends string ? K : `${K}.${Paths<T[K]>}`
}[keyof T & string]

type Singular<K extends string> = K extends `${infer Stem}_one` | `${infer Stem}_other` ? Stem : K

type Values = Record<string, string | number | undefined>

/**
 * A text in the present language with its `{{values}}`; with a `count`, in the form that the
 * language has for it. Written here in full: a library for it weighs more than a page may.
 */
export function translate(key: TextKey, values: Values = {}): string {
  const { count } = values
  const form = typeof count === 'number' ? new Intl.PluralRules(language()).select(count) : 'other'
  const text = textAt(`${key}_${form}`) ?? textAt(`${key}_other`) ?? textAt(key) ?? key
  return text.replace(/\{\{(\w+)\}\}/g, (_, name: string) => String(values[name] ?? ''))
}

function textAt(path: string): string | undefined {
  let at: unknown = texts()
  for (const part of path.split('.')) {
    at = typeof at === 'object' && at !== null ? (at as Record<string, unknown>)[part] : undefined
  }
  return typeof at === 'string' ? at : undefined
}
