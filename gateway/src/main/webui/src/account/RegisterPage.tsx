import { Alert, Button } from 'antd'
import { lazy, Suspense, useState } from 'react'
import { Link } from 'react-router'
import { answer, api } from '../api/client'
import { useFragment, useTitle } from '../app/hooks'
import { Input, Password } from '../forms/inputs'
import { ProblemAlert } from '../forms/ProblemAlert'
import { Field, usePlainForm } from '../forms/plain'
import { language } from '../texts/language'
import { useTranslation } from '../texts/useTranslation'
import { PasswordStrength } from './PasswordStrength'

const ResendForm = lazy(async () => ({ default: (await import('./ResendForm')).ResendForm }))

export function Component() {
  const { t } = useTranslation()
  const [sentTo, setSentTo] = useState<string>()
  const order = useFragment('order')
  useTitle(t('register.title'), t('brand'))
  return (
    <div className="page narrow">
      {sentTo === undefined ? (
        <RegisterForm key={order} onSent={setSentTo} />
      ) : (
        <Sent email={sentTo} onAgain={() => setSentTo(undefined)} />
      )}
    </div>
  )
}

function RegisterForm({ onSent }: { onSent: (email: string) => void }) {
  const { t } = useTranslation()
  const order = useFragment('order')
  const claim = useFragment('claim')
  const { values, busy, problem, submit, field } = usePlainForm({
    orderNumber: order ?? '',
    email: '',
    password: '',
  })

  async function send(body: typeof values) {
    // The claim code of a link belongs to its order only.
    const claimCode = body.orderNumber.trim() === order ? claim : undefined
    await answer(
      api.POST('/api/v1/registrations', { body: { ...body, claimCode, locale: language() } }),
    )
    onSent(body.email)
  }

  return (
    <>
      <h1>{t('register.title')}</h1>
      {problem && <ProblemAlert problem={problem} />}
      <form className="card" noValidate onSubmit={(event) => void submit(event, send)}>
        <Field
          {...field('orderNumber')}
          label={t('fields.orderNumber')}
          hint={order ? t('register.fromLink') : t('register.intro')}
        >
          <Input autoComplete="off" maxLength={200} />
        </Field>
        <Field {...field('email')} label={t('fields.email')} hint={t('register.emailHint')}>
          <Input type="email" inputMode="email" autoComplete="email" maxLength={300} />
        </Field>
        <Field
          {...field('password')}
          label={t('fields.password')}
          hint={<PasswordStrength password={values.password} />}
        >
          <Password autoComplete="new-password" />
        </Field>
        <Button type="primary" htmlType="submit" block loading={busy}>
          {t('register.submit')}
        </Button>
      </form>
      <p className="links">
        <span>
          {t('register.have')} <Link to="/sign-in">{t('nav.signIn')}</Link>
        </span>
      </p>
    </>
  )
}

function Sent({ email, onAgain }: { email: string; onAgain: () => void }) {
  const { t } = useTranslation()
  return (
    <>
      <h1>{t('register.sentTitle')}</h1>
      <Alert
        type="success"
        showIcon
        title={<span className="long">{t('register.sent', { email })}</span>}
        description={t('register.sentWhy')}
      />
      <div className="card after">
        <Suspense>
          <ResendForm email={email} />
        </Suspense>
      </div>
      <div className="card">
        <h2>{t('register.wrongAddress')}</h2>
        <p>{t('register.wrongAddressText')}</p>
        <Button onClick={onAgain}>{t('register.again')}</Button>
      </div>
    </>
  )
}
