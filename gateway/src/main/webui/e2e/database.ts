import { Client } from 'pg'
import { serviceSettings } from './launcher'

/** The links of registrations that were mailed to the address are a day old, and over. */
export async function expireActivationLinks(email: string) {
  const aged = await change(
    'account',
    `UPDATE secret_request SET expires_at = now() - interval '1 second'
     WHERE kind = 'ACTIVATION' AND secret_hash IS NOT NULL AND superseded_at IS NULL
       AND subject IN (SELECT id FROM registration WHERE email = $1)`,
    [email],
  )
  if (aged !== 1) {
    throw new Error(`${aged} open links of ${email}`)
  }
}

/** Time passes in a service's database only: there is no clock to be set in a packaged service. */
async function change(service: string, sql: string, values: string[]): Promise<number | null> {
  const client = new Client({ connectionString: connection(service) })
  await client.connect()
  try {
    return (await client.query(sql, values)).rowCount
  } finally {
    await client.end()
  }
}

/** As the service itself reaches its database, with its password where there is one. */
function connection(service: string): string {
  const settings = serviceSettings(service)
  const address = new URL(settings.get('quarkus.datasource.jdbc.url')?.replace(/^jdbc:/, '') ?? '')
  address.username = settings.get('quarkus.datasource.username') ?? ''
  address.password = settings.get('quarkus.datasource.password') ?? ''
  return address.href
}
