import { useQuery } from '@tanstack/react-query'
import { Alert } from 'antd'
import { useLocation } from 'react-router'
import type { Problem } from '../api/problem'
import { ButtonLink } from '../app/ButtonLink'
import { Loaded } from '../app/ListState'
import { ProblemAlert } from '../forms/ProblemAlert'
import { useTranslation } from '../texts/useTranslation'
import { usePromise } from '../time/Moment'
import { readApplication } from './calls'
import { Progress } from './Progress'

interface Props {
  id: string
  /** The request that a part of a bill came from: there may be others to confirm. */
  caseId: string | null
}

/** The last step: it is with the service centre. */
export function Confirmed({ id, caseId }: Props) {
  const { t } = useTranslation()
  const promise = usePromise()
  const { title } = (useLocation().state ?? {}) as { title?: 'saved' | Problem }
  const application = useQuery({
    queryKey: ['application', id],
    queryFn: () => readApplication(id),
  })
  const { delivery } = application.data?.data ?? {}
  const email = delivery?.method === 'EMAIL' ? delivery.recipient : undefined
  return (
    <>
      <h1>{t('apply.title')}</h1>
      <Progress step="confirm" />
      <Loaded of={application}>
        {() => (
          <>
            <Alert
              className="problem"
              type="success"
              showIcon
              role="status"
              title={t('apply.confirmed')}
              description={
                application.data?.data.dueAt &&
                t(email ? 'apply.confirmedElectronic' : 'apply.confirmedText', {
                  when: promise(application.data.data.dueAt),
                  email: email ?? '',
                })
              }
            />
            {title === 'saved' && <p className="muted">{t('apply.savedTitle')}</p>}
            {title !== undefined && title !== 'saved' && <ProblemAlert problem={title} />}
            <div className="actions">
              {caseId !== null && (
                <ButtonLink to={`/support/${encodeURIComponent(caseId)}`} type="primary">
                  {t('support.toParts')}
                </ButtonLink>
              )}
              <ButtonLink to={`/applications/${id}`} type={caseId === null ? 'primary' : 'default'}>
                {t('apply.toApplication')}
              </ButtonLink>
              <ButtonLink to="/bills">{t('apply.toBills')}</ButtonLink>
            </div>
          </>
        )}
      </Loaded>
    </>
  )
}
