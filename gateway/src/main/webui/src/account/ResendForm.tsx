import { Alert, Button } from 'antd'
import { useState } from 'react'
import { answer, api } from '../api/client'
import { Form } from '../forms/form'
import { Input } from '../forms/inputs'
import { ProblemAlert } from '../forms/ProblemAlert'
import { useSubmission } from '../forms/useSubmission'
import { useTranslation } from '../texts/useTranslation'

/** Has the activation mail sent again. */
export function ResendForm({ email }: { email?: string }) {
  const { t } = useTranslation()
  const [form] = Form.useForm<{ email: string }>()
  const [sent, setSent] = useState(false)
  const { busy, problem, submit } = useSubmission(form, [['email']])
  return (
    <>
      {problem && <ProblemAlert problem={problem} />}
      {sent && <Alert className="problem" type="success" showIcon title={t('register.resent')} />}
      <Form
        form={form}
        layout="vertical"
        requiredMark={false}
        initialValues={{ email }}
        onFinish={({ email: to }) =>
          submit(async () => {
            setSent(false)
            await answer(api.POST('/api/v1/activations/resend', { body: { email: to } }))
            setSent(true)
          })
        }
      >
        <Form.Item name="email" label={t('activate.resendTo')} rules={[{ required: true }]}>
          <Input type="email" inputMode="email" autoComplete="email" maxLength={300} />
        </Form.Item>
        <Button htmlType="submit" block loading={busy}>
          {t('register.resend')}
        </Button>
      </Form>
    </>
  )
}
