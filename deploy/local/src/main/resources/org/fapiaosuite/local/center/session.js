// The suite's access token. It lives in memory only: nothing that is stored could be stolen, and after
// a reload the reader signs in again, which a real provider does without asking.
import { config } from './config.js'
import { refreshed } from './signIn.js'

/** In milliseconds: a token with less than this left is not used any more. */
const MARGIN = 10_000

let issued // the provider's tokens
let access // the suite's
let until = 0
let renewal

/** Changes the provider's ID token into an access token of the suite (RFC 8693). */
async function exchange(idToken) {
  const response = await fetch(`${config.gateway}/api/v1/token`, {
    method: 'POST',
    body: new URLSearchParams({
      grant_type: 'urn:ietf:params:oauth:grant-type:token-exchange',
      subject_token: idToken,
      subject_token_type: 'urn:ietf:params:oauth:token-type:id_token',
    }),
  })
  const answer = await response.json()
  if (!response.ok) {
    throw new Error(answer.error_description ?? answer.detail)
  }
  return answer
}

/** Begins, or goes on, with what the provider issued. */
export async function open(tokens) {
  issued = tokens
  const { access_token, expires_in } = await exchange(tokens.id_token)
  access = access_token
  until = Date.now() + expires_in * 1000
}

/** A token that is still good: before it ends, the provider's next one is exchanged. */
export async function accessToken() {
  if (Date.now() > until - MARGIN) {
    // One renewal for all who ask meanwhile, since each token of the provider is good once.
    renewal ??= renew().finally(() => {
      renewal = undefined
    })
    await renewal
  }
  return access
}

async function renew() {
  await open(await refreshed(issued.refresh_token))
}

/** Whom the provider says this is. */
export function reader() {
  const [, claims] = issued.id_token.split('.')
  return JSON.parse(atob(claims.replaceAll('-', '+').replaceAll('_', '/'))).email
}
