import type { components } from '../generated/api'
import { language } from '../texts/language'
import { ask } from './ask'

/**
 * Who is signed in. The access token lives in this module's memory and nowhere else; the refresh
 * token is a cookie that no script can read. Tabs tell each other, so that one of them refreshes
 * and all of them go on.
 */
export type Session =
  | { state: 'restoring' }
  | { state: 'signed-out'; why: Why }
  | { state: 'signed-in'; scope: 'customer' | 'staff' }
  | { state: 'password-change' }

/** Why nobody is signed in. */
type Why = 'never-in' | 'left' | 'erased' | 'ended' | 'password-changed'

interface Access {
  token: string
  scope: string
  /** Milliseconds of the page's own clock. */
  refreshAt: number
  endsAt: number
}

export type TokenAnswer = components['schemas']['TokenAnswer']

type Message = { kind: 'access'; answer: TokenAnswer; at: number } | { kind: 'signed-out' }

const LOCK = 'fapiao.session'
/** Says that a cookie may be there; without it a visitor costs no refused refresh. */
const HINT = 'fapiao.session'
const LONGEST_MARGIN_MS = 30_000

let access: Access | undefined
let session: Session = { state: 'restoring' }
let refreshing: Promise<boolean> | undefined
const listeners = new Set<() => void>()
const otherTabs = typeof BroadcastChannel === 'undefined' ? undefined : new BroadcastChannel(LOCK)

export function currentSession(): Session {
  return session
}

export function onSessionChange(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

function become(next: Session) {
  session = next
  for (const listener of listeners) {
    listener()
  }
}

function keepHint(signedIn: boolean) {
  try {
    if (signedIn) {
      localStorage.setItem(HINT, '1')
    } else {
      localStorage.removeItem(HINT)
    }
  } catch {
    // Without storage a reload asks for the password again.
  }
}

function hasHint(): boolean {
  try {
    return localStorage.getItem(HINT) !== null
  } catch {
    return false
  }
}

/** Whose unsaved work is kept in this tab. */
const OWNER = 'fapiao.owner'

/** Nothing that one reader left in the tab is shown to another. */
function forgetOthersWork(jwt: string) {
  try {
    const claims = JSON.parse(atob((jwt.split('.')[1] ?? '').replace(/-/g, '+').replace(/_/g, '/')))
    const subject = String((claims as { sub?: unknown }).sub)
    if (sessionStorage.getItem(OWNER) !== subject) {
      sessionStorage.clear()
      sessionStorage.setItem(OWNER, subject)
    }
  } catch {
    // Without storage nothing is kept.
  }
}

function take(answer: TokenAnswer, receivedAt: number) {
  forgetOthersWork(answer.accessToken)
  const lifetime = answer.expiresIn * 1000
  access = {
    token: answer.accessToken,
    scope: answer.scope,
    refreshAt: receivedAt + lifetime - Math.min(LONGEST_MARGIN_MS, lifetime / 4),
    endsAt: receivedAt + lifetime,
  }
  keepHint(true)
  const scope = answer.scope === 'staff' ? 'staff' : 'customer'
  if (session.state !== 'signed-in' || session.scope !== scope) {
    become({ state: 'signed-in', scope })
  }
}

function drop(why: Why) {
  access = undefined
  keepHint(false)
  become({ state: 'signed-out', why })
}

otherTabs?.addEventListener('message', (event: MessageEvent<Message>) => {
  if (event.data.kind === 'access') {
    // A tab in the middle of setting a new password keeps to that.
    if (session.state !== 'password-change') {
      take(event.data.answer, event.data.at)
    }
  } else if (session.state === 'signed-in') {
    drop('left')
  }
})

/** The answer of POST /sessions. */
export function signedIn(answer: TokenAnswer) {
  if (answer.scope === 'password:change') {
    access = {
      token: answer.accessToken,
      scope: answer.scope,
      refreshAt: Number.POSITIVE_INFINITY,
      endsAt: Date.now() + answer.expiresIn * 1000,
    }
    become({ state: 'password-change' })
    return
  }
  const at = Date.now()
  take(answer, at)
  otherTabs?.postMessage({ kind: 'access', answer, at } satisfies Message)
}

/**
 * Ends the session here and in the other tabs; the cookie is cleared by the answer.
 *
 * @param why `erased` when the account is gone, and every session of it already
 */
export async function signOut(why: 'left' | 'erased' = 'left') {
  const token = access?.token
  drop(why)
  otherTabs?.postMessage({ kind: 'signed-out' } satisfies Message)
  await fetch('/api/v1/sessions/current', {
    method: 'DELETE',
    headers: token === undefined ? {} : { Authorization: `Bearer ${token}` },
  }).catch(() => undefined)
}

/** The session is over: a changed password or address, idle for too long. */
export function sessionEnded(why: 'ended' | 'password-changed' = 'ended') {
  drop(why)
  otherTabs?.postMessage({ kind: 'signed-out' } satisfies Message)
}

/** Brings a reloaded page back, before anything is shown. */
export async function restore() {
  if (!hasHint()) {
    become({ state: 'signed-out', why: 'never-in' })
    return
  }
  try {
    await refresh()
  } catch {
    // Nobody answers: the pages say so and ask again; the session is not over for that.
    become({ state: 'signed-in', scope: 'customer' })
  }
}

/** A token to send, refreshed when it is about to end; undefined when nobody is signed in. */
export async function token(): Promise<string | undefined> {
  if (session.state === 'signed-in' && (access === undefined || Date.now() >= access.refreshAt)) {
    try {
      await refresh()
    } catch (unreachable) {
      if (access === undefined || Date.now() >= access.endsAt) {
        throw unreachable
      }
    }
  }
  return access?.token
}

/** A token was refused: another one, or undefined when the session is over. */
export async function tokenInsteadOf(refused: string): Promise<string | undefined> {
  if (session.state === 'signed-in' && access?.token === refused) {
    await refresh()
  }
  return access?.token === refused ? undefined : access?.token
}

/** Another access token before the present one ends. */
export async function renew() {
  if (session.state === 'signed-in') {
    await refresh()
  }
}

/** True when there is a new access token; false when the session is over; throws when unreachable. */
function refresh(): Promise<boolean> {
  refreshing ??= oneTabAtATime(access?.token).finally(() => {
    refreshing = undefined
  })
  return refreshing
}

async function oneTabAtATime(before: string | undefined): Promise<boolean> {
  if (!('locks' in navigator)) {
    return refreshNow()
  }
  return navigator.locks.request(LOCK, async () => {
    await delivered()
    return access !== undefined && access.token !== before ? true : refreshNow()
  })
}

/** Lets the message of the tab that had the lock before arrive first. */
function delivered(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 20))
}

async function refreshNow(): Promise<boolean> {
  const at = Date.now()
  const response = await ask('/api/v1/sessions/refresh', {
    method: 'POST',
    headers: { Accept: 'application/json', 'Accept-Language': language() },
  })
  if (response.ok) {
    const answer = (await response.json()) as TokenAnswer
    take(answer, at)
    otherTabs?.postMessage({ kind: 'access', answer, at } satisfies Message)
    return true
  }
  if (response.status === 401 || response.status === 403) {
    sessionEnded()
    return false
  }
  throw new TypeError(`refresh answered ${response.status}`)
}
