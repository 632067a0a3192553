import type { ReactNode } from 'react'
import { Link } from 'react-router'
import { Chip, type Tone } from '../app/Chip'
import { useTitle } from '../app/hooks'
import { Loaded } from '../app/ListState'
import { useAccount } from '../app/queries'
import type { components } from '../generated/api'
import { useTranslation } from '../texts/useTranslation'
import { AddOrder } from './AddOrder'
import { ChangeEmail } from './ChangeEmail'
import { ChangePassword } from './ChangePassword'
import { MailLanguage } from './MailLanguage'
import { OwnData } from './OwnData'
import { Sessions } from './Sessions'

type Account = components['schemas']['Account']
type ClaimStatus = components['schemas']['ClaimStatus']

const TONES: Record<ClaimStatus, Tone> = {
  MADE: 'busy',
  WAITING_FOR_ORDER: 'busy',
  WAITING_FOR_PAYER: 'busy',
  GRANTED: 'good',
}

export function Component() {
  const { t } = useTranslation()
  const profile = useAccount()
  useTitle(t('account.title'), t('brand'))
  return (
    <div className="page narrow">
      <h1>{t('account.title')}</h1>
      <Loaded of={profile}>
        {() => (profile.data ? <Sections profile={profile.data} /> : null)}
      </Loaded>
    </div>
  )
}

function Sections({ profile }: { profile: Account }) {
  const { t } = useTranslation()
  return (
    <>
      <Section id="account-orders" title={t('account.orders')}>
        <Claims of={profile.orders} />
        <AddOrder />
      </Section>
      <Section id="account-sessions" title={t('sessions.title')}>
        <Sessions />
      </Section>
      <Section id="account-language" title={t('account.language')}>
        <MailLanguage chosen={profile.locale} />
      </Section>
      <Section id="account-email" title={t('account.email')}>
        <p className="long">{profile.email}</p>
        <ChangeEmail />
      </Section>
      <Section id="account-password" title={t('account.changePassword')}>
        <ChangePassword />
      </Section>
      <Section id="account-data" title={t('account.data')}>
        <OwnData />
      </Section>
      <p>
        <Link to="/account/erase">{t('erase.title')}</Link>
      </p>
    </>
  )
}

function Section({ id, title, children }: { id: string; title: string; children: ReactNode }) {
  return (
    <section className="card" aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      {children}
    </section>
  )
}

function Claims({ of }: { of: Account['orders'] }) {
  const { t } = useTranslation()
  return of.length === 0 ? (
    <p className="muted">{t('account.noOrders')}</p>
  ) : (
    <ul className="plain-list">
      {of.map((claim) => (
        <li key={claim.orderNumber} className="between">
          {claim.status === 'GRANTED' ? (
            <Link className="long" to={`/orders/${encodeURIComponent(claim.orderNumber)}`}>
              {claim.orderNumber}
            </Link>
          ) : (
            <span className="long">{claim.orderNumber}</span>
          )}
          <Chip tone={TONES[claim.status]}>{t(`account.claim.${claim.status}`)}</Chip>
        </li>
      ))}
    </ul>
  )
}
