import { Button } from 'antd'
import { answer, api } from '../api/client'
import { sessionEnded } from '../api/session'
import { Form } from '../forms/form'
import { Password } from '../forms/inputs'
import { ProblemAlert } from '../forms/ProblemAlert'
import { useSubmission } from '../forms/useSubmission'
import { useTranslation } from '../texts/useTranslation'
import { PasswordStrength } from './PasswordStrength'
import { useWrongPassword } from './useWrongPassword'

/** Sets a new password, which ends every session. */
export function ChangePassword() {
  const { t } = useTranslation()
  const [form] = Form.useForm<{ currentPassword: string; newPassword: string }>()
  const password = Form.useWatch('newPassword', form)
  const wrong = useWrongPassword('currentPassword')
  const names = [['currentPassword'], ['newPassword']]
  const { busy, problem, submit } = useSubmission(form, names, wrong)
  return (
    <>
      {problem && <ProblemAlert problem={problem} />}
      <Form
        form={form}
        name="password"
        layout="vertical"
        requiredMark={false}
        onFinish={(body) =>
          submit(async () => {
            await answer(api.PUT('/api/v1/account/password', { body }))
            sessionEnded('password-changed')
          })
        }
      >
        <Form.Item
          name="currentPassword"
          label={t('fields.currentPassword')}
          rules={[{ required: true }]}
        >
          <Password autoComplete="current-password" />
        </Form.Item>
        <Form.Item
          name="newPassword"
          label={t('fields.newPassword')}
          extra={<PasswordStrength password={password} />}
          rules={[{ required: true }]}
        >
          <Password autoComplete="new-password" />
        </Form.Item>
        <p className="muted small">{t('account.passwordNote')}</p>
        <Button htmlType="submit" loading={busy}>
          {t('account.changePassword')}
        </Button>
      </Form>
    </>
  )
}
