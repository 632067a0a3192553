import { Alert, Button } from 'antd'
import { useState } from 'react'
import { answer, api } from '../api/client'
import { Form } from '../forms/form'
import { Input, Password } from '../forms/inputs'
import { ProblemAlert } from '../forms/ProblemAlert'
import { useSubmission } from '../forms/useSubmission'
import { useTranslation } from '../texts/useTranslation'
import { useWrongPassword } from './useWrongPassword'

/** Asks for another address; it counts once the link in its mailbox is opened. */
export function ChangeEmail() {
  const { t } = useTranslation()
  const [form] = Form.useForm<{ newEmail: string; password: string }>()
  const [sentTo, setSentTo] = useState<string>()
  const wrong = useWrongPassword('password')
  const { busy, problem, submit } = useSubmission(form, [['newEmail'], ['password']], wrong)
  return (
    <>
      {problem && <ProblemAlert problem={problem} />}
      {sentTo && (
        <Alert
          className="problem"
          type="success"
          showIcon
          role="status"
          title={<span className="long">{t('account.changeEmailSent', { email: sentTo })}</span>}
        />
      )}
      <Form
        form={form}
        name="email"
        layout="vertical"
        requiredMark={false}
        onFinish={(body) =>
          submit(async () => {
            await answer(api.POST('/api/v1/account/email-changes', { body }))
            setSentTo(body.newEmail)
            form.resetFields()
          })
        }
      >
        <Form.Item name="newEmail" label={t('fields.newEmail')} rules={[{ required: true }]}>
          <Input type="email" inputMode="email" autoComplete="email" maxLength={300} />
        </Form.Item>
        <Form.Item name="password" label={t('fields.currentPassword')} rules={[{ required: true }]}>
          <Password autoComplete="current-password" />
        </Form.Item>
        <Button htmlType="submit" loading={busy}>
          {t('account.changeEmail')}
        </Button>
      </Form>
    </>
  )
}
