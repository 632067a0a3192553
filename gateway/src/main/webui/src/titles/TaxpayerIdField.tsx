import { useRef } from 'react'
import { Form } from '../forms/form'
import { Input } from '../forms/inputs'
import type { FieldPath } from '../forms/violations'
import { useTranslation } from '../texts/useTranslation'
import { normaliseTaxpayerId, type Reading, readTaxpayerId } from './taxpayerId'

const USUAL_LENGTH = 18

/** Says while typing whether the id can be right, and what is wrong with it. */
export function TaxpayerIdField({ name }: { name: FieldPath }) {
  const { t } = useTranslation()
  const form = Form.useFormInstance()
  const typed: string = Form.useWatch(name, form) ?? ''
  const id = normaliseTaxpayerId(typed)

  const focused = useRef(false)

  function said(read: Reading, length = id.length): string {
    return 'flaw' in read
      ? t(`apply.tax.${read.flaw}`, { count: length })
      : t(`apply.tax.${read.kind}`)
  }

  const reading = readTaxpayerId(id)
  const flawed = id !== '' && 'flaw' in reading
  const hint = flawed
    ? typing(id) && t('apply.tax.typing', { count: id.length })
    : id === ''
      ? t('apply.taxpayerIdHint')
      : said(reading)
  return (
    <Form.Item
      name={name}
      label={t('apply.taxpayerId')}
      extra={
        <span className={id !== '' && !flawed ? 'ok' : undefined} aria-live="polite">
          {hint}
        </span>
      }
      validateTrigger={['onChange', 'onBlur']}
      rules={[
        { required: true, validateTrigger: 'onSubmit' },
        {
          validator: (_, value: string | undefined) => {
            const now = normaliseTaxpayerId(value ?? '')
            const read = readTaxpayerId(now)
            return now !== '' && 'flaw' in read && !(focused.current && typing(now))
              ? Promise.reject(new Error(said(read, now.length)))
              : Promise.resolve()
          },
        },
      ]}
    >
      <Input
        className="code"
        autoComplete="off"
        autoCapitalize="characters"
        spellCheck={false}
        maxLength={40}
        onFocus={() => {
          focused.current = true
        }}
        onBlur={() => {
          focused.current = false
        }}
      />
    </Form.Item>
  )
}

/** Too short to be told that it is wrong while somebody is still at it. */
function typing(id: string): boolean {
  return id.length < USUAL_LENGTH && /^[0-9A-Z]*$/.test(id)
}
