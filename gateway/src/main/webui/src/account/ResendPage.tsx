import { useTitle } from '../app/hooks'
import { useTranslation } from '../texts/useTranslation'
import { ResendForm } from './ResendForm'

export function Component() {
  const { t } = useTranslation()
  useTitle(t('forgotten.resendTitle'), t('brand'))
  return (
    <div className="page narrow">
      <h1>{t('forgotten.resendTitle')}</h1>
      <p>{t('forgotten.resendIntro')}</p>
      <div className="card">
        <ResendForm />
      </div>
    </div>
  )
}
