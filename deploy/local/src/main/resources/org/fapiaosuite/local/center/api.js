// The suite's API, as seen by whoever has signed in.
import { config } from './config.js'
import { accessToken } from './session.js'

/** A refusal. `problem.type` is for programs, `detail` and `violations` are for people (RFC 9457). */
export class Refused extends Error {
  constructor(problem) {
    super(problem.detail ?? problem.title)
    this.problem = problem
  }
}

/** Sends a request, and throws what is refused. Cookies stay out of it: fetch sends none elsewhere. */
export async function send(method, path, { body, headers, signal } = {}) {
  const response = await fetch(`${config.gateway}/api/v1${path}`, {
    method,
    headers: {
      Authorization: `Bearer ${await accessToken()}`,
      'Accept-Language': document.documentElement.lang,
      ...(body && { 'Content-Type': 'application/json' }),
      ...headers,
    },
    body: body && JSON.stringify(body),
    signal,
  })
  if (!response.ok) {
    throw new Refused(await response.json())
  }
  return response
}

/** What is at a path. */
export async function get(path) {
  return (await send('GET', path)).json()
}
