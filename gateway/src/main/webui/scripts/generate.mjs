// Writes what the sources import but nobody types: the API's types, from the one document that the
// gateway serves, and the regions of GB/T 2260 with their names in Latin letters, from the list that
// fapiao-service checks against.
import { existsSync } from 'node:fs'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import openapiTypes, { astToString } from 'openapi-typescript'
import { latin } from './latin.mjs'

const repository = new URL('../../../../../', import.meta.url)
const generated = new URL('../src/generated/', import.meta.url)

/** Made by the gateway's build, just before this. */
const api = new URL('gateway/target/classes/openapi.yaml', repository)

async function types() {
  if (!existsSync(api)) {
    throw new Error(`${fileURLToPath(api)} is missing: build the gateway once with Maven`)
  }
  await writeFile(new URL('api.ts', generated), astToString(await openapiTypes(api)))
}

/** Province, prefecture, county as a tree of [code, name, children]; leaves have no children. */
async function regions() {
  const csv = await readFile(
    new URL('fapiao-service/src/main/resources/regions/gb2260.csv', repository),
    'utf8',
  )
  const rows = csv
    .split('\n')
    .filter((line) => /^\d{6},/.test(line))
    .map((line) => line.trim().split(','))
  const nodes = new Map(rows.map(([code, name]) => [code, [code, name, []]]))
  const roots = []
  for (const [code] of rows) {
    const parent = code.endsWith('0000')
      ? undefined
      : code.endsWith('00')
        ? `${code.slice(0, 2)}0000`
        : `${code.slice(0, 4)}00`
    const siblings = parent === undefined ? roots : nodes.get(parent)?.[2]
    if (siblings === undefined) {
      throw new Error(`region ${code} has no parent ${parent} in the list`)
    }
    siblings.push(nodes.get(code))
  }
  const slim = ([code, name, children]) =>
    children.length > 0 ? [code, name, children.map(slim)] : [code, name]
  await writeFile(new URL('regions.json', generated), JSON.stringify(roots.map(slim)))
  const nameOf = (code) => nodes.get(code)?.[1] ?? ''
  const names = rows.map(([code, name]) => [
    code,
    latin(code, name, [nameOf(`${code.slice(0, 2)}0000`), nameOf(`${code.slice(0, 4)}00`)]),
  ])
  await writeFile(
    new URL('regions.latin.json', generated),
    JSON.stringify(Object.fromEntries(names)),
  )
}

await mkdir(generated, { recursive: true })
await Promise.all([types(), regions()])
console.log(`generated into ${fileURLToPath(generated)}`)
