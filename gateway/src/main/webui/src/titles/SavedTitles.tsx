import { useQuery } from '@tanstack/react-query'
import { Select } from 'antd'
import { answer, api } from '../api/client'
import { Form } from '../forms/form'
import type { FieldPath } from '../forms/violations'
import { useTranslation } from '../texts/useTranslation'
import { buyerOf } from './titles'

interface Props {
  /** Where the title is in the form. */
  path: FieldPath
  organizationOnly?: boolean
}

/** Fills a title in with a saved one; nothing where none is saved. */
export function SavedTitles({ path, organizationOnly = false }: Props) {
  const { t } = useTranslation()
  const form = Form.useFormInstance()
  const id = `saved-titles-${path.join('-')}`
  const titles = useQuery({
    queryKey: ['titles', 'to-choose'],
    queryFn: () => answer(api.GET('/api/v1/titles', { params: { query: { limit: 100 } } })),
  }).data?.items.filter(({ titleType }) => !organizationOnly || titleType === 'ORGANIZATION')
  if (titles === undefined || titles.length === 0) {
    return null
  }
  return (
    <Form.Item label={t('apply.titleLibrary')} htmlFor={id}>
      <Select
        id={id}
        placeholder={t('apply.titleChoose')}
        showSearch={{ optionFilterProp: 'label' }}
        options={titles.map((title) => ({
          value: title.id,
          label: [title.name, title.taxpayerId].filter(Boolean).join(' · '),
        }))}
        onChange={(chosen) => {
          const title = titles.find((saved) => saved.id === chosen)
          if (title) {
            form.setFieldValue(path, buyerOf(title))
          }
        }}
      />
    </Form.Item>
  )
}
