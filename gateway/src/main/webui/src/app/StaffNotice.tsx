import { Alert } from 'antd'
import { useTranslation } from '../texts/useTranslation'

export function StaffNotice() {
  const { t } = useTranslation()
  return (
    <div className="page narrow">
      <h1>{t('brand')}</h1>
      <Alert type="info" showIcon title={t('signIn.staff')} description={t('signIn.staffText')} />
    </div>
  )
}
