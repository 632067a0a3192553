import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Button } from 'antd'
import { answer, api } from '../api/client'
import { Chip } from '../app/Chip'
import { Loaded } from '../app/ListState'
import { ProblemAlert } from '../forms/ProblemAlert'
import { useOnce } from '../forms/useOnce'
import type { components } from '../generated/api'
import { useTranslation } from '../texts/useTranslation'
import { Moment } from '../time/Moment'
import { deviceName } from './device'

type Session = components['schemas']['Session']

/** Where one is signed in, and the way to end it elsewhere. */
export function Sessions() {
  const { t } = useTranslation()
  const sessions = useQuery({
    queryKey: ['sessions'],
    queryFn: async () => (await answer(api.GET('/api/v1/sessions'))).items,
  })
  return (
    <Loaded of={sessions}>
      {() => (
        <>
          <ul className="plain-list ruled" aria-live="polite">
            {sessions.data?.map((session) => (
              <Device key={session.id} session={session} />
            ))}
          </ul>
          <p className="muted small">
            {t((sessions.data?.length ?? 0) > 1 ? 'sessions.unknown' : 'sessions.only')}
          </p>
        </>
      )}
    </Loaded>
  )
}

function Device({ session }: { session: Session }) {
  const { t } = useTranslation()
  const queries = useQueryClient()
  const { busy, problem, once } = useOnce()
  const name = deviceName(session.device) ?? t('sessions.nameless')

  async function end() {
    await once(
      async () => {
        const path = { id: session.id }
        await answer(api.DELETE('/api/v1/sessions/{id}', { params: { path } }))
      },
      // It may have ended by itself meanwhile, which is what was wished.
      (refused) => (refused.status === 404 ? undefined : refused),
    )
    await queries.invalidateQueries({ queryKey: ['sessions'] })
  }

  return (
    <li>
      <div className="between">
        <span>
          <strong className="long" title={session.device}>
            {name}
          </strong>
          <span className="muted small block">
            {t('sessions.signedIn')} <Moment at={session.createdAt} />
          </span>
          <span className="muted small block">
            {t('sessions.lastUsed')} <Moment at={session.lastUsedAt} />
          </span>
        </span>
        {session.current ? (
          <Chip tone="good">{t('sessions.current')}</Chip>
        ) : (
          <Button
            size="small"
            loading={busy}
            aria-label={`${t('sessions.end')}${t('common.colon')} ${name}`}
            onClick={() => void end()}
          >
            {t('sessions.end')}
          </Button>
        )}
      </div>
      {problem && <ProblemAlert problem={problem} />}
    </li>
  )
}
