import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { ConfigProvider } from 'antd'
import type { Locale } from 'antd/es/locale'
import { useEffect, useState } from 'react'
import { RouterProvider } from 'react-router/dom'
import { ProblemError } from '../api/problem'
import { currentSession, onSessionChange } from '../api/session'
import { antdLocale } from '../texts/antdLocale'
import { useTranslation } from '../texts/useTranslation'
import { useMedia } from './hooks'
import { nonce } from './nonce'
import { router } from './routes'
import { look } from './theme'

const queries = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 5_000,
      // A refusal stays one; who does not answer is asked again.
      retry: (failures, error) =>
        failures < 3 && !(error instanceof ProblemError && isFinal(error.problem.status)),
      networkMode: 'always',
    },
    mutations: { networkMode: 'always' },
  },
})

/** What anybody may read. */
const PUBLIC = new Set(['contact', 'notices'])

function isFinal(status: number): boolean {
  return status >= 400 && status < 500
}

onSessionChange(() => {
  // Nothing of one reader is left for the next one.
  const session = currentSession()
  if (session.state === 'signed-out') {
    queries.removeQueries({ predicate: (query) => !PUBLIC.has(String(query.queryKey[0])) })
    if (session.why === 'left' || session.why === 'erased') {
      sessionStorage.clear()
    }
  }
})

/** Asked once: antd builds its pages anew when this changes, and forms would be emptied. */
const still = window.matchMedia('(prefers-reduced-motion: reduce)').matches

export function App() {
  const dark = useMedia('(prefers-color-scheme: dark)')
  const { t, language } = useTranslation()
  // Empty until it is there, but never none: antd builds its pages anew when the first one comes,
  // and what had been typed by then would be lost.
  const [locale, setLocale] = useState<Locale>({ locale: language })

  useEffect(() => {
    let wanted = true
    void antdLocale[language]().then((loaded) => wanted && setLocale(loaded))
    void queries.invalidateQueries()
    return () => {
      wanted = false
    }
  }, [language])

  return (
    <ConfigProvider
      theme={look(dark, still)}
      locale={locale}
      csp={{ nonce }}
      button={{ autoInsertSpace: false }}
      form={{ validateMessages: { required: t('common.missing') } }}
    >
      <QueryClientProvider client={queries}>
        <RouterProvider router={router} />
      </QueryClientProvider>
    </ConfigProvider>
  )
}
