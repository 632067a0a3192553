import { useQuery } from '@tanstack/react-query'
import { account, answer, fapiao } from '../api/client'

/** Service phone and branch. */
export function useContact() {
  return useQuery({
    queryKey: ['contact'],
    queryFn: () => answer(account.GET('/api/v1/contact')),
    staleTime: Number.POSITIVE_INFINITY,
  })
}

/** Notices that no Fapiao can be issued; looked for again every minute. */
export function useNotices() {
  return useQuery({
    queryKey: ['notices'],
    queryFn: () => answer(fapiao.GET('/api/v1/notices')),
    refetchInterval: 60_000,
  })
}
