import { Alert, Button } from 'antd'
import { Link, Navigate, useLocation } from 'react-router'
import { answer, api } from '../api/client'
import { signedIn } from '../api/session'
import { useSession, useTitle } from '../app/hooks'
import { PageSkeleton } from '../app/PageSkeleton'
import { Input, Password } from '../forms/inputs'
import { ProblemAlert, useSecondsLeft } from '../forms/ProblemAlert'
import { Field, usePlainForm } from '../forms/plain'
import { useTranslation } from '../texts/useTranslation'

/** How one came here. */
interface Arrival {
  from?: string
  ended?: boolean
  changed?: boolean
}

export function Component() {
  const { t } = useTranslation()
  const session = useSession()
  const arrival = (useLocation().state ?? {}) as Arrival
  useTitle(t('signIn.title'), t('brand'))
  switch (session.state) {
    case 'restoring':
      return <PageSkeleton />
    case 'password-change':
      return <Navigate to="/set-password" replace />
    case 'signed-in':
      return <Navigate to={arrival.from ?? '/bills'} replace />
    case 'signed-out':
      return <SignIn arrival={arrival} />
  }
}

function SignIn({ arrival }: { arrival: Arrival }) {
  const { t } = useTranslation()
  const { busy, problem, submit, field } = usePlainForm({ email: '', password: '' })
  const wait = useSecondsLeft(problem?.retryAfter ?? 0)

  return (
    <div className="page narrow">
      <h1>{t('signIn.title')}</h1>
      {arrival.ended && !problem && (
        <Alert className="problem" type="info" showIcon title={t('signIn.ended')} />
      )}
      {arrival.changed && !problem && (
        <Alert className="problem" type="success" showIcon title={t('signIn.changed')} />
      )}
      {problem && <ProblemAlert problem={problem} />}
      <form
        className="card"
        noValidate
        onSubmit={(event) =>
          void submit(event, async (body) => {
            signedIn(await answer(api.POST('/api/v1/sessions', { body })))
          })
        }
      >
        <Field {...field('email')} label={t('fields.email')}>
          <Input type="email" inputMode="email" autoComplete="username" maxLength={300} />
        </Field>
        <Field {...field('password')} label={t('fields.password')}>
          <Password autoComplete="current-password" />
        </Field>
        <Button type="primary" htmlType="submit" block loading={busy} disabled={wait > 0}>
          {wait > 0 ? `${t('signIn.submit')} (${wait})` : t('signIn.submit')}
        </Button>
      </form>
      <p className="links">
        <Link to="/forgotten">{t('signIn.forgotten')}</Link>
        <span>
          {t('signIn.new')} <Link to="/register">{t('nav.register')}</Link>
        </span>
        <span>
          {t('signIn.inactive')} <Link to="/resend">{t('signIn.resend')}</Link>
        </span>
      </p>
    </div>
  )
}
