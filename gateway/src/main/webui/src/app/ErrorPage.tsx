import { Button } from 'antd'
import { useTranslation } from '../texts/useTranslation'

/** Instead of a blank page: a flaw of ours, or a part of the pages that could not be loaded. */
export function ErrorPage() {
  const { t } = useTranslation()
  return (
    <div className="page narrow" role="alert">
      <h1>{t('problem.unexpected')}</h1>
      <p>{t('problem.unexpectedDetail')}</p>
      <Button type="primary" onClick={() => location.reload()}>
        {t('common.reload')}
      </Button>
    </div>
  )
}
