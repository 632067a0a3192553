import { useTranslation } from '../texts/useTranslation'

/** The place of a page that is on its way; as high as most pages, so that nothing jumps. */
export function PageSkeleton() {
  const { t } = useTranslation()
  return (
    <div className="page skeleton" role="status" aria-label={t('common.loading')}>
      <span />
      <span />
      <span />
      <span />
    </div>
  )
}
