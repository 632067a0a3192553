import { ButtonLink } from '../app/ButtonLink'
import { useTitle } from '../app/hooks'
import { useTranslation } from '../texts/useTranslation'

/** What whoever has erased their account sees last. */
export function Component() {
  const { t } = useTranslation()
  useTitle(t('erased.title'), t('brand'))
  return (
    <div className="page narrow">
      <h1>{t('erased.title')}</h1>
      <p>{t('erased.text')}</p>
      <p>{t('erased.again')}</p>
      <ButtonLink to="/">{t('nav.front')}</ButtonLink>
    </div>
  )
}
