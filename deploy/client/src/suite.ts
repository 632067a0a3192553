// A running suite: where it answers, a typed client of all of it, and the mailbox.
import createClient, { type Client } from 'openapi-fetch'
import type { paths } from './generated/api.js'

/** What every service answers a refused request with; its own types are in its contract. */
export interface Problem {
  type: string
  title: string
  status: number
  detail: string
  traceId: string
  violations?: { field: string; message: string }[]
}

/** All that the suite offers, as one caller sees it. */
export type Api = Client<paths>

/** An environment variable that has to be set. */
export function setting(name: string): string {
  const value = process.env[name]
  if (value === undefined || value === '') {
    throw new Error(`${name} is not set, see the README`)
  }
  return value
}

/** The API as one caller sees it: everybody, or whoever has the access token. */
export function api(token?: string): Api {
  const headers: Record<string, string> = { 'Accept-Language': 'en' }
  if (token !== undefined) {
    headers['Authorization'] = `Bearer ${token}`
  }
  return createClient<paths>({ baseUrl: setting('GATEWAY'), headers })
}

interface Result<T> {
  data?: T
  error?: Problem
  response: Response
}

function refusal(result: Result<unknown>): Error {
  const { error, response } = result
  const why = error === undefined ? 'no problem was told' : `${error.type}: ${error.detail}`
  return new Error(`${response.url} answered ${response.status}, ${why}`)
}

/** What was asked for; throws what the API has against it. */
export function answer<T>(result: Result<T>): T {
  if (result.data === undefined) {
    throw refusal(result)
  }
  return result.data
}

/** For an answer without a body. */
export function done(result: Result<unknown>): void {
  if (!result.response.ok) {
    throw refusal(result)
  }
}

/** The problem of a request that had to be refused. */
export function problem(result: Result<unknown>): Problem {
  if (result.error === undefined) {
    throw new Error(`${result.response.url} answered ${result.response.status}, not a problem`)
  }
  return result.error
}

const pause = () => new Promise((resolve) => setTimeout(resolve, 500))

/** Asks again until there is something: services hear of each other through events. */
export async function awaited<T>(
  what: string,
  ask: () => Promise<T | undefined>,
): Promise<T> {
  const deadline = Date.now() + 120_000
  for (;;) {
    const found = await ask()
    if (found !== undefined) {
      return found
    }
    if (Date.now() > deadline) {
      throw new Error(`${what} did not come`)
    }
    await pause()
  }
}

/** What a pattern's group finds in the mails to an address, once one has it. */
export function mailed(what: string, to: string, pattern: RegExp): Promise<string> {
  const mails = `${setting('MAILBOX')}/messages?to=${encodeURIComponent(to)}`
  return awaited(what, async () => (await (await fetch(mails)).text()).match(pattern)?.[1])
}
