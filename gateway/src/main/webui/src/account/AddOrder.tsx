import { useQueryClient } from '@tanstack/react-query'
import { Alert, Button } from 'antd'
import { useState } from 'react'
import { answer, api } from '../api/client'
import { Form } from '../forms/form'
import { Input } from '../forms/inputs'
import { ProblemAlert } from '../forms/ProblemAlert'
import { useSubmission } from '../forms/useSubmission'
import { useTranslation } from '../texts/useTranslation'

/** Claims a further order by its number. */
export function AddOrder() {
  const { t } = useTranslation()
  const [form] = Form.useForm<{ orderNumber: string }>()
  const [done, setDone] = useState(false)
  const { busy, problem, submit } = useSubmission(form, [['orderNumber']])
  const queries = useQueryClient()
  return (
    <>
      {problem && <ProblemAlert problem={problem} />}
      {done && (
        <Alert
          className="problem"
          type="success"
          showIcon
          role="status"
          title={t('account.addOrderDone')}
        />
      )}
      <Form
        form={form}
        name="order"
        layout="vertical"
        requiredMark={false}
        onFinish={(body) =>
          submit(async () => {
            await answer(api.POST('/api/v1/account/orders', { body }))
            setDone(true)
            form.resetFields()
            void queries.invalidateQueries({ queryKey: ['account'] })
          })
        }
      >
        <Form.Item name="orderNumber" label={t('fields.orderNumber')} rules={[{ required: true }]}>
          <Input autoComplete="off" maxLength={200} />
        </Form.Item>
        <Button htmlType="submit" loading={busy}>
          {t('account.addOrder')}
        </Button>
      </Form>
    </>
  )
}
