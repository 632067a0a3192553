import type { Texts } from './en'

export const LANGUAGES = ['zh-CN', 'en', 'de'] as const
export type Language = (typeof LANGUAGES)[number]

const KEPT = 'fapiao.language'

/** One chunk a language, loaded when it is wanted. */
const load: Record<Language, () => Promise<Texts>> = {
  'zh-CN': async () => (await import('./zh-CN')).zhCN,
  en: async () => (await import('./en')).en,
  de: async () => (await import('./de')).de,
}

let current: Language = 'en'
let loaded: Texts | undefined
const listeners = new Set<() => void>()

/** The language of the pages, and of what the API says. */
export function language(): Language {
  return current
}

export function texts(): Texts | undefined {
  return loaded
}

export function onLanguage(changed: () => void): () => void {
  listeners.add(changed)
  return () => listeners.delete(changed)
}

function isLanguage(text: string | null): text is Language {
  return LANGUAGES.some((each) => each === text)
}

/** What was chosen here, else the first of the browser's languages that we speak, else English. */
export function preferredLanguage(kept: string | null, browser: readonly string[]): Language {
  if (isLanguage(kept)) {
    return kept
  }
  for (const tag of browser) {
    const base = tag.toLowerCase().split('-')[0]
    const found = LANGUAGES.find((each) => each.toLowerCase().split('-')[0] === base)
    if (found) {
      return found
    }
  }
  return 'en'
}

async function take(wanted: Language) {
  loaded = await load[wanted]()
  current = wanted
  document.documentElement.lang = wanted
  for (const listener of listeners) {
    listener()
  }
}

/** Loads the reader's language; nothing is shown before. */
export async function startTexts() {
  await take(preferredLanguage(remembered(), navigator.languages))
}

export async function chooseLanguage(wanted: Language) {
  try {
    localStorage.setItem(KEPT, wanted)
  } catch {
    // Storage may be closed to us; the choice then lasts as long as the page.
  }
  await take(wanted)
}

function remembered(): string | null {
  try {
    return localStorage.getItem(KEPT)
  } catch {
    return null
  }
}
