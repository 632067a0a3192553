/**
 * What a mail's link carries behind the `#`. It is taken out of the address bar before anything
 * else happens, so that it reaches neither history nor referrer, and lives in memory only.
 */
let taken = new URLSearchParams()
const listeners = new Set<() => void>()

export function takeFragment() {
  if (location.hash.length > 1) {
    taken = new URLSearchParams(location.hash.slice(1))
    history.replaceState(history.state, '', location.pathname + location.search)
    for (const listener of listeners) {
      listener()
    }
  }
}

/** Also for a link that is pasted into a page that is open already. */
export function watchFragment() {
  takeFragment()
  window.addEventListener('hashchange', takeFragment)
}

export function onFragment(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

export function fragment(): URLSearchParams {
  return taken
}
