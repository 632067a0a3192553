import { Alert, Button, Checkbox, Radio } from 'antd'
import type { Bill } from '../bills/bills'
import { Form } from '../forms/form'
import type { components } from '../generated/api'
import { useTranslation } from '../texts/useTranslation'
import { SavedTitles } from '../titles/SavedTitles'
import { TitleFields } from '../titles/TitleFields'
import type { Entry } from './draft'

type Source = components['schemas']['DefaultsSource']

const PURPOSES = ['GENERAL', 'PURCHASE_CERTIFICATE', 'REFUND'] as const

/** Who it is made out to. */
export function InformationStep({ bills, source }: { bills: readonly Bill[]; source?: Source }) {
  const { t } = useTranslation()
  const form = Form.useFormInstance<Entry>()
  const type = Form.useWatch('type', { form, preserve: true })
  const medium = Form.useWatch('medium', { form, preserve: true })
  const purpose = Form.useWatch('purpose', form)
  const special = type === 'SPECIAL'
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
              {value !== 'GENERAL' && (
                <span className="muted small block">{t('apply.payerOnly')}</span>
              )}
            </Radio>
          ))}
        </Radio.Group>
      </Form.Item>
      {purpose !== undefined && purpose !== 'GENERAL' && <PayerMatch bills={bills} />}
      <SavedTitles path={['buyer']} />
      <TitleFields
        path={['buyer']}
        organizationOnly={special}
        complete={special && medium === 'PAPER'}
      />
      <Form.Item name="saveTitle" valuePropName="checked" noStyle>
        <Checkbox>{t('apply.saveTitle')}</Checkbox>
      </Form.Item>
    </div>
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
