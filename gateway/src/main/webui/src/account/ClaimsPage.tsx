import { answer, api } from '../api/client'
import { useFragment, useTitle } from '../app/hooks'
import { useTranslation } from '../texts/useTranslation'
import { SpendToken } from './SpendToken'

export function Component() {
  const { t } = useTranslation()
  const token = useFragment('token')
  useTitle(t('claims.title'), t('brand'))
  return (
    <div className="page narrow">
      <SpendToken
        title={t('claims.title')}
        intro={
          <>
            <p>{t('claims.intro')}</p>
            <p>{t('claims.warning')}</p>
          </>
        }
        submit={t('claims.submit')}
        token={token}
        spend={(known) => answer(api.POST('/api/v1/claims/approvals', { body: { token: known } }))}
        done={{ title: t('claims.done'), text: t('claims.doneText') }}
        lost={{ title: t('claims.lost'), text: t('claims.lostText') }}
      />
    </div>
  )
}
