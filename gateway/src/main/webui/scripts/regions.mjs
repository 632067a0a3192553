// The list of GB/T 2260 that fapiao-service checks against, as the pages need it.
import { readFileSync } from 'node:fs'
import { distinct, latin } from './latin.mjs'

const list = new URL(
  '../../../../../fapiao-service/src/main/resources/regions/gb2260.csv',
  import.meta.url,
)

/** Rows of code and name. */
export function rows() {
  return readFileSync(list, 'utf8')
    .split('\n')
    .filter((line) => /^\d{6},/.test(line))
    .map((line) => line.trim().split(','))
}

/** Province, prefecture, county as a tree of [code, name, children]; leaves have no children. */
export function tree() {
  const nodes = new Map(rows().map(([code, name]) => [code, [code, name, []]]))
  const roots = []
  for (const [code, node] of nodes) {
    const outer = parent(code)
    const siblings = outer === undefined ? roots : nodes.get(outer)?.[2]
    if (siblings === undefined) {
      throw new Error(`region ${code} has no parent ${outer} in the list`)
    }
    siblings.push(node)
  }
  const slim = ([code, name, children]) =>
    children.length > 0 ? [code, name, children.map(slim)] : [code, name]
  return roots.map(slim)
}

/** Names in Latin letters by code, without those that only stand in for others. */
export function latinNames() {
  const names = new Map(rows())
  const plain = new Map()
  for (const [code, name] of names) {
    const around = [province(code), prefecture(code)].map((outer) => names.get(outer) ?? '')
    const written = latin(name, around)
    if (written !== undefined) {
      plain.set(code, written)
    }
  }
  const alike = new Map()
  for (const [code, written] of plain) {
    const place = `${parent(code)} ${written}`
    alike.set(place, (alike.get(place) ?? 0) + 1)
  }
  return Object.fromEntries(
    [...plain].map(([code, written]) => [
      code,
      alike.get(`${parent(code)} ${written}`) > 1 ? distinct(names.get(code), written) : written,
    ]),
  )
}

function parent(code) {
  if (code.endsWith('0000')) {
    return undefined
  }
  return code.endsWith('00') ? province(code) : prefecture(code)
}

function province(code) {
  return `${code.slice(0, 2)}0000`
}

function prefecture(code) {
  return `${code.slice(0, 4)}00`
}
