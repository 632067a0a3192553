import type { Problem } from '../api/problem'
import { useTranslation } from '../texts/useTranslation'

/** Signed in as one is, only the password that is asked for again can be wrong. */
export function useWrongPassword(field: string) {
  const { t } = useTranslation()
  return ({ slug }: Problem) =>
    slug === 'credentials-refused' ? { field, message: t('account.wrongPassword') } : undefined
}
