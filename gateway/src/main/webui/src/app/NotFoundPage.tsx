import { useTranslation } from '../texts/useTranslation'
import { ButtonLink } from './ButtonLink'
import { useTitle } from './hooks'

export function Component() {
  const { t } = useTranslation()
  useTitle(t('problem.notFound'), t('brand'))
  return (
    <div className="page narrow">
      <h1>{t('problem.notFound')}</h1>
      <p>{t('problem.notFoundDetail')}</p>
      <ButtonLink to="/" type="primary">
        {t('nav.front')}
      </ButtonLink>
    </div>
  )
}
