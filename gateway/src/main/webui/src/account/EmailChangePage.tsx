import { answer, api } from '../api/client'
import { ButtonLink } from '../app/ButtonLink'
import { useFragment, useTitle } from '../app/hooks'
import { useTranslation } from '../texts/useTranslation'
import { SpendToken } from './SpendToken'

export function Component() {
  const { t } = useTranslation()
  const token = useFragment('token')
  useTitle(t('emailChange.title'), t('brand'))
  const signIn = (
    <ButtonLink to="/sign-in" type="primary" block>
      {t('nav.signIn')}
    </ButtonLink>
  )
  return (
    <div className="page narrow">
      <SpendToken
        title={t('emailChange.title')}
        intro={<p>{t('emailChange.intro')}</p>}
        submit={t('emailChange.submit')}
        token={token}
        spend={(known) =>
          answer(api.POST('/api/v1/email-changes/confirmations', { body: { token: known } }))
        }
        done={{ title: t('emailChange.done'), text: t('emailChange.doneText'), next: signIn }}
        lost={{ title: t('emailChange.lost'), text: t('emailChange.lostText'), next: signIn }}
      />
    </div>
  )
}
