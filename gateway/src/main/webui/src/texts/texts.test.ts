import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { de } from './de'
import { en } from './en'
import { zhCN } from './zh-CN'

const sources = join(import.meta.dirname, '..')

/** Each text by its path. */
function texts(of: object, path: string[] = []): Map<string, string> {
  return new Map(
    Object.entries(of).flatMap(([name, value]) =>
      typeof value === 'string'
        ? [[[...path, name].join('.'), value] as const]
        : [...texts(value, [...path, name])],
    ),
  )
}

const english = texts(en)

test.each([
  ['zh-CN', zhCN],
  ['de', de],
])('a text in %s has the values of the English one, and is another text', (_, language) => {
  const values = (text: string | undefined) => (text?.match(/\{\{\w+\}\}/g) ?? []).sort()
  const others = texts(language)

  expect([...others.keys()]).toEqual([...english.keys()])
  for (const [key, text] of english) {
    expect(values(others.get(key)), key).toEqual(values(text))
    expect(others.get(key)?.trim(), key).toBeTruthy()
  }
  const same = [...english].filter(([key, text]) => others.get(key) === text).map(([key]) => key)
  expect(same.filter((key) => !SAME_EVERYWHERE.has(key))).toEqual([])
})

/** Names that a language writes as English does. */
const SAME_EVERYWHERE = new Set([
  'application.carrier.YUNDA',
  'application.carrier.SF',
  'bills.countdown',
  'common.aside',
  'common.colon',
  'fapiaos.code',
  'nav.fapiaos',
])

test('no text is left over', () => {
  const code = readdirSync(sources, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name) && !/^(texts|generated)/.test(name))
    .map((name) => readFileSync(join(sources, name), 'utf8'))
    .join('\n')

  const unused = [...english.keys()].filter((key) => {
    const stem = key.replace(/_(one|other)$/, '')
    // Put together where it is used: `apply.steps.${step}`.
    const built = `\`${stem.slice(0, stem.lastIndexOf('.'))}.\${`
    return !code.includes(`'${stem}'`) && !code.includes(built)
  })
  expect(unused).toEqual([])
})
