import createClient from 'openapi-fetch'
import type { paths } from '../generated/api'
import { language } from '../texts/language'
import { ask } from './ask'
import { ProblemError, readProblem, UNREACHABLE } from './problem'
import { sessionEnded, token, tokenInsteadOf } from './session'

/**
 * Sends a call as the signed-in reader in the reader's language. A refused token is replaced once.
 *
 * @throws ProblemError when nobody answers
 */
export async function send(request: Request): Promise<Response> {
  request.headers.set('Accept-Language', language())
  try {
    const bearer = await token()
    if (bearer === undefined) {
      return await ask(request)
    }
    const again = request.clone()
    const response = await ask(withToken(request, bearer))
    if (response.status !== 401 || (await isAboutPassword(response))) {
      return response
    }
    const other = await tokenInsteadOf(bearer)
    if (other !== undefined) {
      return await ask(withToken(again, other))
    }
    sessionEnded()
    return response
  } catch (error) {
    if (error instanceof TypeError) {
      throw unreachable()
    }
    throw error
  }
}

function withToken(request: Request, bearer: string): Request {
  request.headers.set('Authorization', `Bearer ${bearer}`)
  return request
}

/** Some calls ask for the password again; a wrong one is no reason to take another token. */
async function isAboutPassword(response: Response): Promise<boolean> {
  const body: unknown = await response
    .clone()
    .json()
    .catch(() => undefined)
  return readProblem(401, body, null).slug === 'credentials-refused'
}

function unreachable(): ProblemError {
  return new ProblemError({ slug: UNREACHABLE, title: '', detail: '', status: 0, violations: [] })
}

const options = { fetch: send, baseUrl: typeof location === 'undefined' ? '' : location.origin }

/** All that the suite offers, typed by its one API document. */
export const api = createClient<paths>(options)

interface Outcome<T> {
  data?: T
  error?: unknown
  response: Response
}

/**
 * What was answered.
 *
 * @throws ProblemError when the API refused
 */
export async function answer<T>(call: Promise<Outcome<T>>): Promise<T> {
  return (await versioned(call)).data
}

/** What was answered, with its ETag. */
export async function versioned<T>(
  call: Promise<Outcome<T>>,
): Promise<{ data: T; etag: string | undefined }> {
  const { data, error, response } = await call
  if (!response.ok) {
    throw new ProblemError(readProblem(response.status, error, response.headers.get('Retry-After')))
  }
  return { data: data as T, etag: response.headers.get('ETag') ?? undefined }
}
