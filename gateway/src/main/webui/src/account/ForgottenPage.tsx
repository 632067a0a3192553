import { Alert, Button } from 'antd'
import { useState } from 'react'
import { answer, api } from '../api/client'
import { ButtonLink } from '../app/ButtonLink'
import { useTitle } from '../app/hooks'
import { useContact } from '../app/queries'
import { Form } from '../forms/form'
import { Input } from '../forms/inputs'
import { ProblemAlert } from '../forms/ProblemAlert'
import { useSubmission } from '../forms/useSubmission'
import { useTranslation } from '../texts/useTranslation'

export function Component() {
  const { t } = useTranslation()
  const [form] = Form.useForm<{ email: string }>()
  const [sentTo, setSentTo] = useState<string>()
  const { busy, problem, submit } = useSubmission(form, [['email']])
  const phone = useContact().data?.servicePhone
  useTitle(t('forgotten.title'), t('brand'))

  if (sentTo !== undefined) {
    return (
      <div className="page narrow">
        <h1>{t('forgotten.sentTitle')}</h1>
        <Alert
          type="success"
          showIcon
          role="status"
          title={<span className="long">{t('forgotten.sent', { email: sentTo })}</span>}
        />
        <div className="after">
          <ButtonLink to="/sign-in" type="primary" block>
            {t('nav.signIn')}
          </ButtonLink>
        </div>
      </div>
    )
  }
  return (
    <div className="page narrow">
      <h1>{t('forgotten.title')}</h1>
      <p>{t('forgotten.intro')}</p>
      {problem && <ProblemAlert problem={problem} />}
      <Form
        form={form}
        layout="vertical"
        requiredMark={false}
        className="card"
        onFinish={({ email }) =>
          submit(async () => {
            await answer(api.POST('/api/v1/password-resets', { body: { email } }))
            setSentTo(email)
          })
        }
      >
        <Form.Item name="email" label={t('fields.email')} rules={[{ required: true }]}>
          <Input type="email" inputMode="email" autoComplete="username" maxLength={300} />
        </Form.Item>
        <Button type="primary" htmlType="submit" block loading={busy}>
          {t('forgotten.submit')}
        </Button>
      </Form>
      {phone && <p className="muted">{t('forgotten.email', { phone })}</p>}
    </div>
  )
}
