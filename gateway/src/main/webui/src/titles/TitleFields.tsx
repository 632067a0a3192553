import { Collapse, Radio } from 'antd'
import { Form } from '../forms/form'
import { Input } from '../forms/inputs'
import type { FieldPath } from '../forms/violations'
import { useTranslation } from '../texts/useTranslation'
import { TaxpayerIdField } from './TaxpayerIdField'

interface Props {
  /** Where the title is in the form. */
  path: FieldPath
  /** For a type that no person gets. */
  organizationOnly?: boolean
  /** Whether all that a company is registered with is asked for. */
  complete?: boolean
}

/** Who a Fapiao is made out to: the same fields, with the same checks, wherever it is asked. */
export function TitleFields({ path, organizationOnly = false, complete = false }: Props) {
  const { t } = useTranslation()
  const form = Form.useFormInstance()
  const organization = Form.useWatch([...path, 'titleType'], form) !== 'INDIVIDUAL'
  return (
    <>
      <Form.Item name={[...path, 'titleType']} label={t('apply.titleType')}>
        <Radio.Group>
          <Radio value="ORGANIZATION">{t('apply.ORGANIZATION')}</Radio>
          <Radio value="INDIVIDUAL" disabled={organizationOnly}>
            {t('apply.INDIVIDUAL')}
          </Radio>
        </Radio.Group>
      </Form.Item>
      <Form.Item
        name={[...path, 'name']}
        label={t('apply.name')}
        extra={t(organization ? 'apply.nameHintOrganization' : 'apply.nameHintIndividual')}
        rules={[{ required: true }]}
      >
        <Input autoComplete={organization ? 'organization' : 'name'} maxLength={300} />
      </Form.Item>
      {organization && <TaxpayerIdField name={[...path, 'taxpayerId']} />}
      {organization && complete && <Registered path={path} needed />}
      {organization && !complete && (
        <Collapse
          ghost
          className="more-fields"
          defaultActiveKey={hasRegistered(form.getFieldsValue(true), path) ? ['more'] : []}
          items={[
            {
              key: 'more',
              label: t('apply.more'),
              forceRender: true,
              children: <Registered path={path} needed={false} />,
            },
          ]}
        />
      )}
    </>
  )
}

const REGISTERED = ['address', 'phone', 'bankName', 'bankAccount'] as const

function hasRegistered(values: unknown, path: FieldPath): boolean {
  let title = values as Record<string | number, unknown> | undefined
  for (const part of path) {
    title = title?.[part] as Record<string | number, unknown> | undefined
  }
  return REGISTERED.some((field) => Boolean(title?.[field]))
}

function Registered({ path, needed }: { path: FieldPath; needed: boolean }) {
  const { t } = useTranslation()
  const rules = [{ required: needed }]
  return (
    <>
      <Form.Item name={[...path, 'address']} label={t('apply.address')} rules={rules}>
        <Input autoComplete="off" maxLength={300} />
      </Form.Item>
      <Form.Item name={[...path, 'phone']} label={t('apply.phone')} rules={rules}>
        <Input autoComplete="off" inputMode="tel" maxLength={40} />
      </Form.Item>
      <Form.Item name={[...path, 'bankName']} label={t('apply.bankName')} rules={rules}>
        <Input autoComplete="off" maxLength={300} />
      </Form.Item>
      <Form.Item name={[...path, 'bankAccount']} label={t('apply.bankAccount')} rules={rules}>
        <Input autoComplete="off" inputMode="numeric" maxLength={60} />
      </Form.Item>
    </>
  )
}
