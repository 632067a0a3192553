import { answer, api } from '../api/client'
import { currentSession } from '../api/session'
import type { Language } from '../texts/language'

/** Mails follow the language that a reader who is signed in chooses in the pages. */
export async function tellMailLanguage(locale: Language) {
  if (currentSession().state === 'signed-in') {
    // The pages speak it already; a mail in the other language is no reason to stop the reader.
    await answer(api.PATCH('/api/v1/account', { body: { locale } })).catch(() => undefined)
  }
}
