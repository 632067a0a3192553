// Writes what the sources import but nobody types: the API's types, from the one document that the
// gateway serves, and the regions of GB/T 2260 with their names in Latin letters, from the list that
// fapiao-service checks against.
import { existsSync } from 'node:fs'
import { mkdir, writeFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import openapiTypes, { astToString } from 'openapi-typescript'
import { latinNames, tree } from './regions.mjs'

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

async function regions() {
  await writeFile(new URL('regions.json', generated), JSON.stringify(tree()))
  await writeFile(new URL('regions.latin.json', generated), JSON.stringify(latinNames()))
}

await mkdir(generated, { recursive: true })
await Promise.all([types(), regions()])
console.log(`generated into ${fileURLToPath(generated)}`)
