import { Navigate } from 'react-router'
import { ButtonLink } from '../app/ButtonLink'
import { useSession, useTitle } from '../app/hooks'
import { PageSkeleton } from '../app/PageSkeleton'
import { useTranslation } from '../texts/useTranslation'
import { WhatIsAFapiao } from './WhatIsAFapiao'

/** What this is, for whoever comes by; whoever is signed in wants their bills. */
export function Component() {
  const { t } = useTranslation()
  const session = useSession()
  useTitle(t('front.title'), t('brand'))
  if (session.state === 'restoring') {
    return <PageSkeleton />
  }
  if (session.state !== 'signed-out') {
    return <Navigate to="/bills" replace />
  }
  return (
    <div className="page">
      <div className="hero">
        <div>
          <h1>{t('front.title')}</h1>
          <p className="lead">{t('front.first')}</p>
          <p className="lead">{t('front.second')}</p>
          <p className="lead">{t('front.third')}</p>
          <div className="actions front-actions">
            <ButtonLink to="/register" type="primary" size="large">
              {t('front.register')}
            </ButtonLink>
            <ButtonLink to="/sign-in" size="large">
              {t('front.signIn')}
            </ButtonLink>
          </div>
        </div>
        <section className="card" aria-labelledby="how">
          <h2 id="how">{t('front.steps')}</h2>
          <ol className="front-steps">
            <li>{t('front.stepRegister')}</li>
            <li>{t('front.stepApply')}</li>
            <li>{t('front.stepReceive')}</li>
          </ol>
        </section>
      </div>
      <div className="front-more">
        <WhatIsAFapiao />
      </div>
    </div>
  )
}
