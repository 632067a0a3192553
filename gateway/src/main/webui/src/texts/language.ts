import type { FirstTexts, OwnTexts, Texts } from './en'

export const LANGUAGES = ['zh-CN', 'en', 'de'] as const
export type Language = (typeof LANGUAGES)[number]

/** Each in itself, so that whoever speaks it finds it. */
export const LANGUAGE_NAMES: Record<Language, string> = {
  'zh-CN': '简体中文',
  en: 'English',
  de: 'Deutsch',
}

const KEPT = 'fapiao.language'

/** Two chunks a language, loaded when they are wanted: the first pages have to be small. */
const first: Record<Language, () => Promise<FirstTexts>> = {
  'zh-CN': async () => (await import('./first/zh-CN')).zhCN,
  en: async () => (await import('./first/en')).en,
  de: async () => (await import('./first/de')).de,
}
const own: Record<Language, () => Promise<OwnTexts>> = {
  'zh-CN': async () => (await import('./own/zh-CN')).zhCN,
  en: async () => (await import('./own/en')).en,
  de: async () => (await import('./own/de')).de,
}

/** Whether somebody has come to the pages of a signed-in customer. */
let ownWanted = false
let current: Language = 'en'
let loaded: Partial<Texts> | undefined
const listeners = new Set<() => void>()

/** The language of the pages, and of what the API says. */
export function language(): Language {
  return current
}

export function texts(): Partial<Texts> | undefined {
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
  const [shown, more] = await Promise.all([first[wanted](), ownWanted ? own[wanted]() : undefined])
  // Somebody may have come to their own pages meanwhile.
  loaded = { ...shown, ...(more ?? (ownWanted ? await own[wanted]() : undefined)) }
  current = wanted
  document.documentElement.lang = wanted
  for (const listener of listeners) {
    listener()
  }
}

let started: Promise<void> | undefined

/** Loads the reader's language; nothing is shown before. */
export function startTexts(): Promise<void> {
  started ??= take(preferredLanguage(remembered(), navigator.languages))
  return started
}

/** Loads what the pages of a signed-in customer say as well. */
export async function wantOwnTexts() {
  ownWanted = true
  await startTexts()
  let wanted: Language
  let more: OwnTexts
  do {
    wanted = current
    more = await own[wanted]()
  } while (wanted !== current)
  loaded = { ...loaded, ...more }
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
