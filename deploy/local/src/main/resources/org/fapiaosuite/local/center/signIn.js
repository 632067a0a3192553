// Signing in at the identity provider: authorization code with PKCE (RFC 6749, 4.1; RFC 7636). A page
// can keep no secret; what proves that the code is its own is the verifier, which it made itself.
import { config } from './config.js'

const BEGUN = 'sign-in'
const page = `${location.origin}/`

/** Leaves for the provider's page, which leads back here with a code in the address. */
export async function signIn() {
  const begun = { state: random(), verifier: random() }
  sessionStorage.setItem(BEGUN, JSON.stringify(begun))
  const { authorization_endpoint } = await discovered()
  const query = new URLSearchParams({
    response_type: 'code',
    client_id: config.client,
    redirect_uri: page,
    scope: 'openid',
    state: begun.state,
    code_challenge: await challengeOf(begun.verifier),
    code_challenge_method: 'S256',
  })
  location.assign(`${authorization_endpoint}?${query}`)
}

/** The provider's tokens for the code in the address; undefined when nobody comes back from there. */
export async function comeBack() {
  const answer = new URLSearchParams(location.search)
  const begun = JSON.parse(sessionStorage.getItem(BEGUN) ?? '{}')
  sessionStorage.removeItem(BEGUN)
  history.replaceState(null, '', page)
  if (!answer.has('code') && !answer.has('error')) {
    return undefined
  }
  if (answer.get('state') !== begun.state) {
    throw new Error('This sign-in was not begun in this window. Please sign in again.')
  }
  if (answer.has('error')) {
    throw new Error(answer.get('error_description') ?? answer.get('error'))
  }
  return tokens({
    grant_type: 'authorization_code',
    code: answer.get('code'),
    redirect_uri: page,
    code_verifier: begun.verifier,
  })
}

/** The provider's next tokens. */
export function refreshed(refreshToken) {
  return tokens({ grant_type: 'refresh_token', refresh_token: refreshToken })
}

async function tokens(form) {
  const { token_endpoint } = await discovered()
  const response = await fetch(token_endpoint, {
    method: 'POST',
    body: new URLSearchParams({ ...form, client_id: config.client }),
  })
  const answer = await response.json()
  if (!response.ok) {
    throw new Error(answer.error_description ?? answer.error)
  }
  return answer
}

async function discovered() {
  return (await fetch(`${config.issuer}/.well-known/openid-configuration`)).json()
}

function random() {
  return base64url(crypto.getRandomValues(new Uint8Array(32)))
}

async function challengeOf(verifier) {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(verifier))
  return base64url(new Uint8Array(digest))
}

function base64url(bytes) {
  const base64 = btoa(String.fromCharCode(...bytes))
  return base64.replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '')
}
