import { Button } from 'antd'
import { answer, api } from '../api/client'
import { signOut } from '../api/session'
import { ButtonLink } from '../app/ButtonLink'
import { useTitle } from '../app/hooks'
import { Loaded } from '../app/ListState'
import { useAccount } from '../app/queries'
import { Form } from '../forms/form'
import { Input } from '../forms/inputs'
import { ProblemAlert } from '../forms/ProblemAlert'
import { useSubmission } from '../forms/useSubmission'
import { useTranslation } from '../texts/useTranslation'

/** Ends the account for good, once its owner has read what goes and what stays. */
export function Component() {
  const { t } = useTranslation()
  const profile = useAccount()
  useTitle(t('erase.title'), t('brand'))
  return (
    <div className="page narrow">
      <h1>{t('erase.title')}</h1>
      <section className="card" aria-labelledby="goes">
        <h2 id="goes">{t('erase.goes')}</h2>
        <ul>
          {(['login', 'sessions', 'links', 'titles', 'delivery'] as const).map((what) => (
            <li key={what}>{t(`erase.what.${what}`)}</li>
          ))}
        </ul>
      </section>
      <section className="card" aria-labelledby="stays">
        <h2 id="stays">{t('erase.stays')}</h2>
        <p>{t('erase.staysText')}</p>
        <p>{t('erase.underWay')}</p>
      </section>
      <Loaded of={profile}>
        {() => (profile.data ? <Confirm email={profile.data.email} /> : null)}
      </Loaded>
    </div>
  )
}

function Confirm({ email }: { email: string }) {
  const { t } = useTranslation()
  const [form] = Form.useForm<{ email: string }>()
  const { busy, problem, submit } = useSubmission(form, [['email']])

  async function erase() {
    await answer(api.DELETE('/api/v1/account'))
    // There is no session left to end, but a cookie and what this tab remembers.
    await signOut('erased')
  }

  return (
    <>
      {problem && <ProblemAlert problem={problem} />}
      <Form
        form={form}
        name="erase"
        className="card"
        layout="vertical"
        requiredMark={false}
        onFinish={() => void submit(erase)}
      >
        <p>{t('erase.final')}</p>
        <Form.Item
          name="email"
          label={t('erase.confirm')}
          extra={<span className="long">{email}</span>}
          validateTrigger="onSubmit"
          rules={[
            { required: true },
            {
              validator: (_, typed: string | undefined) =>
                !typed || typed.trim().toLowerCase() === email.toLowerCase()
                  ? Promise.resolve()
                  : Promise.reject(new Error(t('erase.differs'))),
            },
          ]}
        >
          <Input type="email" inputMode="email" autoComplete="off" maxLength={300} />
        </Form.Item>
        <div className="actions">
          <Button danger type="primary" htmlType="submit" loading={busy}>
            {t('erase.submit')}
          </Button>
          <ButtonLink to="/account">{t('erase.keep')}</ButtonLink>
        </div>
      </Form>
    </>
  )
}
