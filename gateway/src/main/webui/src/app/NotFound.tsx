import { useTranslation } from '../texts/useTranslation'
import { ButtonLink } from './ButtonLink'
import { useTitle } from './hooks'

/** The page of an address that leads nowhere, or to something that is somebody else's. */
export function NotFound() {
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
