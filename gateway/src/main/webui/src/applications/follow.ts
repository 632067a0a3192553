import { useEffect, useRef, useState } from 'react'
import { answer, api, send } from '../api/client'
import { EventReader } from '../api/events'
import { problemOf } from '../api/problem'
import type { Step } from './applications'

const POLL_MS = 5_000
const RECONNECT_MS = 2_000
/** A stream that is silent for so long is dead; the service says something every few seconds. */
const SILENCE_MS = 60_000

export interface Followed {
  steps: Step[]
  /** True while new steps come by themselves. */
  live: boolean
  loaded: boolean
  error: unknown
}

/** The progress of an application as it happens; asks every few seconds while it cannot stream. */
export function useProgress(id: string, language: string): Followed {
  const [followed, setFollowed] = useState<Followed>({
    steps: [],
    live: false,
    loaded: false,
    error: undefined,
  })
  const latest = useRef(followed)
  latest.current = followed

  // biome-ignore lint/correctness/useExhaustiveDependencies: another language brings other remarks
  useEffect(() => {
    const stop = new AbortController()
    const change = (next: Partial<Followed>) => {
      if (!stop.signal.aborted) {
        setFollowed((before) => ({ ...before, ...next }))
      }
    }
    void follow(id, stop.signal, change)
    return () => stop.abort()
  }, [id, language])

  return followed
}

type Change = (next: Partial<Followed>) => void

async function follow(id: string, stop: AbortSignal, change: Change) {
  const streamed = new Map<string, Step>()
  while (!stop.aborted) {
    try {
      await stream(id, stop, streamed, change)
      await pause(RECONNECT_MS, stop)
    } catch {
      change({ live: false })
      await poll(id, streamed.size, stop, change)
      await pause(POLL_MS, stop)
    }
  }
}

/** Ends when the service closes the stream; throws when there is none. */
async function stream(id: string, stop: AbortSignal, streamed: Map<string, Step>, change: Change) {
  const silence = new AbortController()
  let timer = setTimeout(() => silence.abort(), SILENCE_MS)
  const headers: Record<string, string> = { Accept: 'text/event-stream' }
  const last = [...streamed.keys()].at(-1)
  if (last !== undefined) {
    headers['Last-Event-ID'] = last
  }
  try {
    const response = await send(
      new Request(`/api/v1/applications/${encodeURIComponent(id)}/progress/stream`, {
        headers,
        cache: 'no-store',
        signal: AbortSignal.any([stop, silence.signal]),
      }),
    )
    if (!response.ok || response.body === null) {
      throw new Error(`stream: ${response.status}`)
    }
    change({ live: true, error: undefined })
    const reader = new EventReader()
    const text = response.body.pipeThrough(new TextDecoderStream()).getReader()
    for (let chunk = await text.read(); !chunk.done; chunk = await text.read()) {
      clearTimeout(timer)
      timer = setTimeout(() => silence.abort(), SILENCE_MS)
      const events = reader.read(chunk.value).filter((event) => event.name === 'progress')
      for (const event of events) {
        streamed.set(event.id, JSON.parse(event.data) as Step)
      }
      if (events.length > 0) {
        change({ steps: [...streamed.values()], loaded: true })
      }
    }
  } finally {
    clearTimeout(timer)
  }
}

async function poll(id: string, known: number, stop: AbortSignal, change: Change) {
  if (stop.aborted) {
    return
  }
  try {
    const { items = [] } = await answer(
      api.GET('/api/v1/applications/{id}/progress', { params: { path: { id } }, signal: stop }),
    )
    change({ loaded: true, error: undefined, ...(items.length >= known ? { steps: items } : {}) })
  } catch (error) {
    change({ loaded: true, error: problemOf(error).status === 404 ? error : undefined })
  }
}

function pause(ms: number, stop: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, ms)
    stop.addEventListener('abort', () => {
      clearTimeout(timer)
      resolve()
    })
  })
}
