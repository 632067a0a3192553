import { useQuery } from '@tanstack/react-query'
import { answer, api } from '../api/client'
import { useTranslation } from '../texts/useTranslation'

/** Service phone and branch, in the reader's language. */
export function useContact() {
  const { language } = useTranslation()
  return useQuery({
    queryKey: ['contact', language],
    queryFn: () => answer(api.GET('/api/v1/contact')),
    staleTime: Number.POSITIVE_INFINITY,
  })
}

/** The reader's own account. */
export function useAccount() {
  return useQuery({
    queryKey: ['account'],
    queryFn: () => answer(api.GET('/api/v1/account')),
  })
}

/** The fewest characters of a password; what every suite asks for until this one says more. */
export function useShortestPassword(): number {
  const policy = useQuery({
    queryKey: ['password-policy'],
    queryFn: () => answer(api.GET('/api/v1/password-policy')),
    staleTime: Number.POSITIVE_INFINITY,
  })
  return policy.data?.minLength ?? 8
}

/** Notices that no Fapiao can be issued; looked for again every minute. */
export function useNotices() {
  return useQuery({
    queryKey: ['notices'],
    queryFn: () => answer(api.GET('/api/v1/notices')),
    refetchInterval: 60_000,
  })
}
