import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Alert, Button } from 'antd'
import { useState } from 'react'
import { useNavigate } from 'react-router'
import { account, answer } from '../api/client'
import type { Problem } from '../api/problem'
import { sessionEnded } from '../api/session'
import { Chip } from '../app/Chip'
import { useTitle } from '../app/hooks'
import { Loaded } from '../app/ListState'
import { Form } from '../forms/form'
import { Input, Password } from '../forms/inputs'
import { ProblemAlert } from '../forms/ProblemAlert'
import { useSubmission } from '../forms/useSubmission'
import { useTranslation } from '../texts/useTranslation'
import { PasswordStrength } from './PasswordStrength'

export function Component() {
  const { t } = useTranslation()
  const profile = useQuery({
    queryKey: ['account'],
    queryFn: () => answer(account.GET('/api/v1/account')),
  })
  useTitle(t('account.title'), t('brand'))
  return (
    <div className="page narrow">
      <h1>{t('account.title')}</h1>
      <Loaded of={profile}>
        {() => (
          <>
            <section className="card" aria-labelledby="account-email">
              <h2 id="account-email">{t('account.email')}</h2>
              <p className="long">{profile.data?.email}</p>
              <ChangeEmail />
            </section>
            <section className="card" aria-labelledby="account-orders">
              <h2 id="account-orders">{t('account.orders')}</h2>
              {profile.data?.orders?.length === 0 && (
                <p className="muted">{t('account.noOrders')}</p>
              )}
              <ul className="plain-list">
                {profile.data?.orders?.map((order) => (
                  <li key={order.orderNumber} className="between">
                    <span className="long">{order.orderNumber}</span>
                    {order.status && (
                      <Chip tone={order.status === 'GRANTED' ? 'good' : 'busy'}>
                        {t(`account.claim.${order.status}`)}
                      </Chip>
                    )}
                  </li>
                ))}
              </ul>
              <AddOrder />
            </section>
            <section className="card" aria-labelledby="account-password">
              <h2 id="account-password">{t('account.changePassword')}</h2>
              <ChangePassword />
            </section>
          </>
        )}
      </Loaded>
    </div>
  )
}

/** Signed in as one is, only the password that is asked for again can be wrong. */
function useWrongPassword(field: string) {
  const { t } = useTranslation()
  return ({ slug }: Problem) =>
    slug === 'credentials-refused' ? { field, message: t('account.wrongPassword') } : undefined
}

function ChangeEmail() {
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
            await answer(account.POST('/api/v1/account/email-changes', { body }))
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

function AddOrder() {
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
            await answer(account.POST('/api/v1/account/orders', { body }))
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

function ChangePassword() {
  const { t } = useTranslation()
  const navigate = useNavigate()
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
            await answer(account.PUT('/api/v1/account/password', { body }))
            void navigate('/sign-in', { state: { changed: true } })
            sessionEnded()
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
