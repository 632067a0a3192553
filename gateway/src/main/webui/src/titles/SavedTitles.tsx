import { useQuery } from '@tanstack/react-query'
import { Select } from 'antd'
import { useEffect, useRef } from 'react'
import { answer, api } from '../api/client'
import { Form } from '../forms/form'
import type { FieldPath } from '../forms/violations'
import { useTranslation } from '../texts/useTranslation'
import { type Buyer, buyerOf, type Title } from './titles'

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
  const buyer = Form.useWatch(path, { form, preserve: true }) as Partial<Buyer> | undefined
  const chosen = titles?.find((title) => isSame(title, buyer))

  // Whoever has typed no tax ID yet and is called like one saved title is meant by it.
  const begun = useRef(false)
  useEffect(() => {
    if (begun.current || titles === undefined || buyer === undefined) {
      return
    }
    begun.current = true
    const meant = titles.filter(
      ({ titleType, name }) => titleType === 'ORGANIZATION' && name === buyer.name,
    )
    if (buyer.titleType === 'ORGANIZATION' && !buyer.taxpayerId && meant[0] && meant.length === 1) {
      form.setFieldValue(path, buyerOf(meant[0]))
    }
  }, [titles, buyer, form, path])

  if (titles === undefined || titles.length === 0) {
    return null
  }
  return (
    <Form.Item label={t('apply.titleLibrary')} htmlFor={id}>
      <Select
        id={id}
        value={chosen?.id}
        placeholder={t('apply.titleChoose')}
        showSearch={{ optionFilterProp: 'label' }}
        options={titles.map((title) => ({
          value: title.id,
          label: [title.name, title.taxpayerId].filter(Boolean).join(' · '),
        }))}
        onChange={(id) => {
          const title = titles.find((saved) => saved.id === id)
          if (title) {
            form.setFieldValue(path, buyerOf(title))
          }
        }}
      />
    </Form.Item>
  )
}

function isSame(title: Title, buyer: Partial<Buyer> | undefined): boolean {
  return (
    title.titleType === buyer?.titleType &&
    title.name === buyer.name &&
    (title.taxpayerId ?? '') === (buyer.taxpayerId ?? '')
  )
}
