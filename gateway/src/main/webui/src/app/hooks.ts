import { useEffect, useState, useSyncExternalStore } from 'react'
import { currentSession, onSessionChange, type Session } from '../api/session'
import { fragment, onFragment } from './fragment'

export function useSession(): Session {
  return useSyncExternalStore(onSessionChange, currentSession)
}

/** A parameter of the link that led here. */
export function useFragment(name: string): string | undefined {
  return useSyncExternalStore(onFragment, fragment).get(name) ?? undefined
}

export function useMedia(query: string): boolean {
  const [media] = useState(() => window.matchMedia(query))
  return useSyncExternalStore(
    (changed) => {
      media.addEventListener('change', changed)
      return () => media.removeEventListener('change', changed)
    },
    () => media.matches,
  )
}

export function useOnline(): boolean {
  return useSyncExternalStore(
    (changed) => {
      window.addEventListener('online', changed)
      window.addEventListener('offline', changed)
      return () => {
        window.removeEventListener('online', changed)
        window.removeEventListener('offline', changed)
      }
    },
    () => navigator.onLine,
  )
}

/** The present, renewed every so often. */
export function useNow(everyMs: number): Date {
  const [now, setNow] = useState(() => new Date())
  useEffect(() => {
    const timer = setInterval(() => setNow(new Date()), everyMs)
    return () => clearInterval(timer)
  }, [everyMs])
  return now
}

/** The page's name in the tab. */
export function useTitle(title: string, brand: string) {
  useEffect(() => {
    document.title = `${title} · ${brand}`
  }, [title, brand])
}
