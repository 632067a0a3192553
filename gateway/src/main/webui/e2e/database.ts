import { Client } from 'pg'
import { description } from './launcher'

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
async function change(database: string, sql: string, values: string[]): Promise<number | null> {
  const client = new Client({
    connectionString: `postgresql://postgres@${description().infrastructure.postgres}/${database}`,
  })
  await client.connect()
  try {
    return (await client.query(sql, values)).rowCount
  } finally {
    await client.end()
  }
}
