import { useQuery } from '@tanstack/react-query'
import { Alert, Button, Checkbox, Collapse, Radio, Select } from 'antd'
import { answer, fapiao } from '../api/client'
import type { Bill } from '../bills/bills'
import { Form } from '../forms/form'
import { Input } from '../forms/inputs'
import type { components } from '../generated/fapiao'
import { useTranslation } from '../texts/useTranslation'
import type { Entry } from './draft'
import { TaxpayerIdField } from './TaxpayerIdField'

type Source = components['schemas']['DefaultsSource']
type Title = components['schemas']['Title']

const PURPOSES = ['GENERAL', 'PURCHASE_CERTIFICATE', 'REFUND'] as const
const REGISTERED = ['address', 'phone', 'bankName', 'bankAccount'] as const

/** Who it is made out to. */
export function InformationStep({ bills, source }: { bills: readonly Bill[]; source?: Source }) {
  const { t } = useTranslation()
  const form = Form.useFormInstance<Entry>()
  const type = Form.useWatch('type', { form, preserve: true })
  const medium = Form.useWatch('medium', { form, preserve: true })
  const purpose = Form.useWatch('purpose', form)
  const titleType = Form.useWatch(['buyer', 'titleType'], form)
  const special = type === 'SPECIAL'
  const organisation = titleType !== 'INDIVIDUAL'
  const allNeeded = special && medium === 'PAPER'
  return (
    <div className="card">
      {source && (
        <Alert className="problem" type="info" showIcon title={t(`apply.prefilled.${source}`)} />
      )}
      <Form.Item name="purpose" label={t('apply.purpose')}>
        <Radio.Group className="choices">
          {PURPOSES.map((value) => (
            <Radio key={value} value={value}>
              {t(`apply.${value}`)}
            </Radio>
          ))}
        </Radio.Group>
      </Form.Item>
      {purpose !== undefined && purpose !== 'GENERAL' && <PayerMatch bills={bills} />}
      <SavedTitles />
      <Form.Item name={['buyer', 'titleType']} label={t('apply.titleType')}>
        <Radio.Group>
          <Radio value="ORGANIZATION">{t('apply.ORGANIZATION')}</Radio>
          <Radio value="INDIVIDUAL" disabled={special}>
            {t('apply.INDIVIDUAL')}
          </Radio>
        </Radio.Group>
      </Form.Item>
      <Form.Item
        name={['buyer', 'name']}
        label={t('apply.name')}
        extra={t(organisation ? 'apply.nameHintOrganization' : 'apply.nameHintIndividual')}
        rules={[{ required: true }]}
      >
        <Input autoComplete={organisation ? 'organization' : 'name'} maxLength={300} />
      </Form.Item>
      {organisation && <TaxpayerIdField name={['buyer', 'taxpayerId']} />}
      {organisation && allNeeded && <Registered needed />}
      {organisation && !allNeeded && (
        <Collapse
          ghost
          className="more-fields"
          defaultActiveKey={hasRegistered(form.getFieldValue('buyer')) ? ['more'] : []}
          items={[
            {
              key: 'more',
              label: t('apply.more'),
              forceRender: true,
              children: <Registered needed={false} />,
            },
          ]}
        />
      )}
      <Form.Item name="saveTitle" valuePropName="checked" noStyle>
        <Checkbox>{t('apply.saveTitle')}</Checkbox>
      </Form.Item>
    </div>
  )
}

function hasRegistered(buyer: Entry['buyer'] | undefined): boolean {
  return REGISTERED.some((field) => Boolean(buyer?.[field]))
}

function Registered({ needed }: { needed: boolean }) {
  const { t } = useTranslation()
  const rules = [{ required: needed }]
  return (
    <>
      <Form.Item name={['buyer', 'address']} label={t('apply.address')} rules={rules}>
        <Input autoComplete="off" maxLength={300} />
      </Form.Item>
      <Form.Item name={['buyer', 'phone']} label={t('apply.phone')} rules={rules}>
        <Input autoComplete="off" inputMode="tel" maxLength={40} />
      </Form.Item>
      <Form.Item name={['buyer', 'bankName']} label={t('apply.bankName')} rules={rules}>
        <Input autoComplete="off" maxLength={300} />
      </Form.Item>
      <Form.Item name={['buyer', 'bankAccount']} label={t('apply.bankAccount')} rules={rules}>
        <Input autoComplete="off" inputMode="numeric" maxLength={60} />
      </Form.Item>
    </>
  )
}

/** Both names beside each other, before the API has to refuse. */
function PayerMatch({ bills }: { bills: readonly Bill[] }) {
  const { t } = useTranslation()
  const form = Form.useFormInstance<Entry>()
  const name = Form.useWatch(['buyer', 'name'], form) ?? ''
  const payers = [...new Set(bills.map((bill) => bill.payerName))]
  const same = payers.every((payer) => plain(payer) === plain(name))
  const [payer] = payers
  return (
    <Alert
      className="problem"
      type={same ? 'success' : 'warning'}
      showIcon
      title={t('apply.payerNeeded')}
      description={
        <>
          <dl className="facts">
            <dt>{t('apply.payerTitle')}</dt>
            <dd>{name || '–'}</dd>
            <dt>{t('apply.payerName')}</dt>
            <dd>{payers.join(', ')}</dd>
          </dl>
          <p aria-live="polite">{t(same ? 'apply.payerSame' : 'apply.payerDiffers')}</p>
          {!same && payer !== undefined && payers.length === 1 && (
            <Button
              className="wraps"
              size="small"
              onClick={() => form.setFieldValue(['buyer', 'name'], payer)}
            >
              {t('apply.payerTake')}
            </Button>
          )}
        </>
      }
    />
  )
}

/** Good enough for a hint; the API compares names for good. */
function plain(name: string): string {
  return name.normalize('NFKC').trim().replace(/ {2,}/g, ' ')
}

function SavedTitles() {
  const { t } = useTranslation()
  const form = Form.useFormInstance<Entry>()
  const titles = useQuery({
    queryKey: ['titles'],
    queryFn: () => answer(fapiao.GET('/api/v1/titles', { params: { query: { limit: 100 } } })),
  }).data?.items
  if (titles === undefined || titles.length === 0) {
    return null
  }
  return (
    <Form.Item label={t('apply.titleLibrary')}>
      <Select
        placeholder={t('apply.titleChoose')}
        showSearch={{ optionFilterProp: 'label' }}
        options={titles.map((title) => ({
          value: title.id,
          label: [title.name, title.taxpayerId].filter(Boolean).join(' · '),
        }))}
        onChange={(id) => {
          const title = titles.find((saved) => saved.id === id)
          if (title) {
            form.setFieldValue('buyer', buyerOf(title))
          }
        }}
      />
    </Form.Item>
  )
}

function buyerOf({
  titleType,
  name,
  taxpayerId,
  address,
  phone,
  bankName,
  bankAccount,
}: Title): Entry['buyer'] {
  return { titleType, name, taxpayerId, address, phone, bankName, bankAccount }
}
