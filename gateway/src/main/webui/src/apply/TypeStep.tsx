import { Checkbox, Radio } from 'antd'
import type { Bill } from '../bills/bills'
import { Form } from '../forms/form'
import { Input } from '../forms/inputs'
import { Amount } from '../money/Amount'
import { formatMoney } from '../money/money'
import { useTranslation } from '../texts/useTranslation'
import type { Entry } from './draft'

/** Which bills, how much of them, and what kind of Fapiao. */
export function TypeStep({ bills }: { bills: readonly Bill[] }) {
  const { t } = useTranslation()
  return (
    <>
      <section className="card" aria-labelledby="apply-bills">
        <h2 id="apply-bills">{t('apply.bills')}</h2>
        {bills.map((bill, at) => (
          <BillPart key={bill.id} bill={bill} at={at} />
        ))}
      </section>
      <div className="card">
        <Form.Item name="type" label={t('apply.type')}>
          <Radio.Group className="choices">
            <Radio value="ORDINARY">
              <strong>{t('apply.ordinary')}</strong>
              <span>{t('apply.ordinaryText')}</span>
            </Radio>
            <Radio value="SPECIAL">
              <strong>{t('apply.special')}</strong>
              <span>{t('apply.specialText')}</span>
            </Radio>
          </Radio.Group>
        </Form.Item>
        <Form.Item name="medium" label={t('apply.medium')}>
          <Radio.Group className="choices">
            <Radio value="PAPER">
              <strong>{t('apply.paper')}</strong>
              <span>{t('apply.paperText')}</span>
            </Radio>
            <Radio value="ELECTRONIC">
              <strong>{t('apply.electronic')}</strong>
              <span>{t('apply.electronicText')}</span>
            </Radio>
          </Radio.Group>
        </Form.Item>
      </div>
    </>
  )
}

function BillPart({ bill, at }: { bill: Bill; at: number }) {
  const { t } = useTranslation()
  const form = Form.useFormInstance<Entry>()
  const partial = Form.useWatch(['items', at, 'partial'], form)
  return (
    <div className="bill-part">
      <div className="between top">
        <span className="long">
          {bill.product}
          <span className="muted small block">{bill.orderNumber}</span>
        </span>
        <Amount of={bill.invoiceableAmount} />
      </div>
      <Form.Item name={['items', at, 'billId']} hidden>
        <Input type="hidden" />
      </Form.Item>
      <Form.Item name={['items', at, 'partial']} valuePropName="checked" noStyle>
        <Checkbox>{t('apply.partial')}</Checkbox>
      </Form.Item>
      {partial && (
        <Form.Item
          name={['items', at, 'amount']}
          label={t('apply.amountOf', { order: bill.orderNumber })}
          extra={t('apply.amountLeft', { amount: formatMoney(bill.invoiceableAmount) })}
          rules={[{ required: true }]}
        >
          <Input
            prefix="¥"
            inputMode="decimal"
            autoComplete="off"
            maxLength={30}
            className="short"
          />
        </Form.Item>
      )}
    </div>
  )
}
