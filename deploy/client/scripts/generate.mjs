// Writes the types of the API, from the one document that the gateway serves and its build makes.
import { mkdir, writeFile } from 'node:fs/promises'
import openapiTypes, { astToString } from 'openapi-typescript'

const repository = new URL('../../../', import.meta.url)
const generated = new URL('../src/generated/', import.meta.url)

await mkdir(generated, { recursive: true })
const api = new URL('gateway/target/classes/openapi.yaml', repository)
await writeFile(new URL('api.ts', generated), astToString(await openapiTypes(api)))
