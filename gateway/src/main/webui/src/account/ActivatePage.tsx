import { answer, api } from '../api/client'
import { ButtonLink } from '../app/ButtonLink'
import { useFragment, useTitle } from '../app/hooks'
import { useTranslation } from '../texts/useTranslation'
import { ResendForm } from './ResendForm'
import { SpendToken } from './SpendToken'

export function Component() {
  const { t } = useTranslation()
  const token = useFragment('token')
  useTitle(t('activate.title'), t('brand'))
  return (
    <div className="page narrow">
      <SpendToken
        title={t('activate.title')}
        intro={<p>{t('activate.intro')}</p>}
        submit={t('activate.submit')}
        token={token}
        spend={(known) => answer(api.POST('/api/v1/activations', { body: { token: known } }))}
        done={{
          title: t('activate.done'),
          text: t('activate.doneText'),
          next: (
            <ButtonLink to="/sign-in" type="primary" block>
              {t('nav.signIn')}
            </ButtonLink>
          ),
        }}
        lost={{
          title: t(token === undefined ? 'activate.noToken' : 'activate.lost'),
          text: t(token === undefined ? 'activate.noTokenText' : 'activate.lostText'),
          next: (
            <>
              <div className="card">
                <ResendForm />
              </div>
              <ButtonLink to="/sign-in" block>
                {t('nav.signIn')}
              </ButtonLink>
            </>
          ),
        }}
      />
    </div>
  )
}
