import { Form } from '../forms/form'
import { Input } from '../forms/inputs'
import { useTranslation } from '../texts/useTranslation'
import { normaliseTaxpayerId, type Reading, readTaxpayerId } from './taxpayerId'

const USUAL_LENGTH = 18

/** Says while typing whether the id can be right, and what is wrong with it. */
export function TaxpayerIdField({ name }: { name: string[] }) {
  const { t } = useTranslation()
  const form = Form.useFormInstance()
  const typed: string = Form.useWatch(name, form) ?? ''
  const id = normaliseTaxpayerId(typed)

  function said(reading: Reading): string {
    return 'flaw' in reading
      ? t(`apply.tax.${reading.flaw}`, { count: id.length })
      : t(`apply.tax.${reading.kind}`)
  }

  const typing = id.length < USUAL_LENGTH && /^[0-9A-Z]*$/.test(id)
  const hint =
    id === ''
      ? t('apply.taxpayerIdHint')
      : typing && id.length !== 15 && id.length !== 17
        ? t('apply.tax.typing', { count: id.length })
        : said(readTaxpayerId(id))
  const good = id !== '' && !('flaw' in readTaxpayerId(id))
  return (
    <Form.Item
      name={name}
      label={t('apply.taxpayerId')}
      extra={
        <span className={good ? 'ok' : undefined} aria-live="polite">
          {hint}
        </span>
      }
      validateTrigger="onBlur"
      rules={[
        { required: true },
        {
          validator: (_, value: string | undefined) => {
            const reading = value ? readTaxpayerId(value) : undefined
            return reading && 'flaw' in reading
              ? Promise.reject(new Error(said(reading)))
              : Promise.resolve()
          },
        },
      ]}
    >
      <Input className="code" autoComplete="off" spellCheck={false} maxLength={40} />
    </Form.Item>
  )
}
