import type { Application } from '../apply/draft'
import { useTranslation } from '../texts/useTranslation'
import { SavedTitles } from '../titles/SavedTitles'
import { TitleFields } from '../titles/TitleFields'

/** Whom the Fapiao of an application is to be made out to instead. */
export default function TitleChange({ application }: { application: Application }) {
  const { t } = useTranslation()
  const special = application.type === 'SPECIAL'
  return (
    <fieldset className="part">
      <legend>{t('support.newTitle')}</legend>
      <SavedTitles path={['newTitle']} organizationOnly={special} />
      <TitleFields
        path={['newTitle']}
        organizationOnly={special}
        complete={special && application.medium === 'PAPER'}
      />
      <p className="muted small">{t('support.newTitleHint')}</p>
    </fieldset>
  )
}
