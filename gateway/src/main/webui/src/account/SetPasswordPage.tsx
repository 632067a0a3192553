import { Button } from 'antd'
import { useState } from 'react'
import { Navigate } from 'react-router'
import { answer, api } from '../api/client'
import { sessionEnded } from '../api/session'
import { useSession, useTitle } from '../app/hooks'
import { Form } from '../forms/form'
import { Password } from '../forms/inputs'
import { ProblemAlert } from '../forms/ProblemAlert'
import { useSubmission } from '../forms/useSubmission'
import { useTranslation } from '../texts/useTranslation'
import { PasswordStrength } from './PasswordStrength'

/** After a temporary password there is one thing to do. */
export function Component() {
  const { t } = useTranslation()
  const session = useSession()
  const [form] = Form.useForm<{ newPassword: string }>()
  const password = Form.useWatch('newPassword', form)
  const [done, setDone] = useState(false)
  const { busy, problem, submit } = useSubmission(form, [['newPassword']])
  useTitle(t('setPassword.title'), t('brand'))

  if (done) {
    return <Navigate to="/sign-in" replace state={{ changed: true }} />
  }
  if (session.state !== 'password-change') {
    return <Navigate to="/sign-in" replace />
  }
  return (
    <div className="page narrow">
      <h1>{t('setPassword.title')}</h1>
      <p>{t('setPassword.intro')}</p>
      {problem && <ProblemAlert problem={problem} />}
      <Form
        form={form}
        layout="vertical"
        requiredMark={false}
        className="card"
        onFinish={({ newPassword }) =>
          submit(async () => {
            await answer(api.PUT('/api/v1/account/password', { body: { newPassword } }))
            setDone(true)
            sessionEnded()
          })
        }
      >
        <Form.Item
          name="newPassword"
          label={t('fields.newPassword')}
          extra={<PasswordStrength password={password} />}
          rules={[{ required: true }]}
        >
          <Password autoComplete="new-password" />
        </Form.Item>
        <Button type="primary" htmlType="submit" block loading={busy}>
          {t('setPassword.submit')}
        </Button>
      </Form>
    </div>
  )
}
