import { useSyncExternalStore } from 'react'
import { type Language, language, onLanguage } from './language'
import { translate } from './translate'

/** The texts of the present language; another choice draws anew what uses them. */
export function useTranslation(): { t: typeof translate; language: Language } {
  return { t: translate, language: useSyncExternalStore(onLanguage, language) }
}
