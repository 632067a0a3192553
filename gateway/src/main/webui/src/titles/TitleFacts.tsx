import { Facts } from '../app/Facts'
import { useTranslation } from '../texts/useTranslation'
import type { Buyer } from './titles'

/** All that is known of a title but, where the place says it already, its name. */
export function TitleFacts({ title, named = false }: { title: Buyer; named?: boolean }) {
  const { t } = useTranslation()
  return (
    <Facts
      rows={[
        [t('apply.titleType'), t(`apply.${title.titleType}`)],
        [t('apply.name'), named ? undefined : title.name],
        [t('apply.taxpayerId'), title.taxpayerId],
        [t('apply.address'), title.address],
        [t('apply.phone'), title.phone],
        [t('apply.bankName'), title.bankName],
        [t('apply.bankAccount'), title.bankAccount],
      ]}
    />
  )
}
