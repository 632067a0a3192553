// Writes the types of the API, from the contracts that the services commit.
import { mkdir, writeFile } from 'node:fs/promises'
import openapiTypes, { astToString } from 'openapi-typescript'

const repository = new URL('../../../', import.meta.url)
const generated = new URL('../src/generated/', import.meta.url)

await mkdir(generated, { recursive: true })
for (const service of ['account', 'order-sync', 'fapiao', 'notification']) {
  const ast = await openapiTypes(new URL(`${service}-service/openapi.yaml`, repository))
  await writeFile(new URL(`${service}.ts`, generated), astToString(ast))
}
