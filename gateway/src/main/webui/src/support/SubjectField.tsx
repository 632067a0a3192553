import { Select, type SelectProps } from 'antd'
import type { Application } from '../apply/draft'
import type { Bill } from '../bills/bills'
import { Form } from '../forms/form'
import { formatMoney } from '../money/money'
import { useTranslation } from '../texts/useTranslation'
import type { Subjects } from './subjects'
import type { Kind } from './support'

/** What a case is about: a bill or an application, as its kind allows. */
export function SubjectField({ kind, subjects }: { kind: Kind; subjects: Subjects }) {
  const { t } = useTranslation()
  const { bills, applications } = subjects
  const none = bills.length + applications.length === 0
  const groups: NonNullable<SelectProps['options']> = [
    { key: 'bills', label: t('support.bills'), options: bills.map(billOption) },
    {
      key: 'applications',
      label: t('support.applications'),
      options: applications.map(applicationOption),
    },
  ].filter(({ options }) => options.length > 0)
  return (
    <Form.Item
      name="subject"
      label={t(`support.subject.${kind}`)}
      extra={none ? t(`support.none.${kind}`) : kind === 'OTHER' ? t('common.optional') : undefined}
      rules={[{ required: kind !== 'OTHER' }]}
    >
      <Select
        placeholder={t('support.choose')}
        allowClear={kind === 'OTHER'}
        showSearch={{ optionFilterProp: 'label' }}
        options={groups.length === 1 ? groups[0]?.options : groups}
      />
    </Form.Item>
  )
}

function billOption({ id, orderNumber, product, invoiceableAmount, amount, status }: Bill) {
  const shown = status === 'INVOICEABLE' ? invoiceableAmount : amount
  return {
    value: `bill:${id}`,
    label: [orderNumber, formatMoney(shown), product].join(' · '),
  }
}

function applicationOption({ id, buyer, amount, items = [] }: Application) {
  return {
    value: `application:${id}`,
    label: [
      buyer?.name,
      ...(amount ? [formatMoney(amount)] : []),
      ...items.map(({ orderNumber }) => orderNumber),
    ].join(' · '),
  }
}
