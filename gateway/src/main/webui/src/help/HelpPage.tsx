import { Link } from 'react-router'
import { useTitle } from '../app/hooks'
import { Phone } from '../app/Phone'
import { useContact } from '../app/queries'
import { WhatIsAFapiao } from '../front/WhatIsAFapiao'
import { useTranslation } from '../texts/useTranslation'

/** What the service centre can be asked for, who is not signed in signs in on the way. */
const ASK = {
  titles: ['SPLIT', 'help.askSplit'],
  wrong: ['TITLE_CHANGE', 'help.askWrong'],
  missing: ['NOT_RECEIVED', 'help.askMissing'],
} as const

export function Component() {
  const { t } = useTranslation()
  const contact = useContact().data
  useTitle(t('help.title'), t('brand'))
  return (
    <div className="page middle">
      <h1>{t('help.title')}</h1>
      <WhatIsAFapiao />
      <section className="card">
        <h2>{t('fapiao.types')}</h2>
        <dl className="explained">
          {(['ordinary', 'special', 'electronic'] as const).map((kind) => (
            <div key={kind}>
              <dt>{t(`fapiao.${kind}`)}</dt>
              <dd>{t(`fapiao.${kind}Text`)}</dd>
            </div>
          ))}
        </dl>
      </section>
      {(['when', 'promise', 'titles', 'payer', 'wrong', 'missing', 'login'] as const).map(
        (topic) => (
          <section className="card" key={topic} id={topic}>
            <h2>{t(`help.${topic}`)}</h2>
            <p>{t(`help.${topic}Text`)}</p>
            {topic in ASK && <Ask about={topic as keyof typeof ASK} />}
          </section>
        ),
      )}
      <section className="card" id="contact">
        <h2>{t('help.contact')}</h2>
        <p>
          <Link to="/support">{t('help.ask')}</Link>
        </p>
        <p>
          <a href="/docs">{t('help.api')}</a>
        </p>
        <dl className="facts">
          <dt>{t('help.phone')}</dt>
          <dd>{contact?.servicePhone && <Phone number={contact.servicePhone} />}</dd>
          <dt>{t('help.branch')}</dt>
          <dd>{contact?.branch?.address}</dd>
          <dt>{t('help.hours')}</dt>
          <dd>{contact?.branch?.hours}</dd>
          <dt>{t('help.person')}</dt>
          <dd>
            {contact?.branch?.contact}
            {contact?.branch?.phone && (
              <>
                {' · '}
                <Phone number={contact.branch.phone} />
              </>
            )}
          </dd>
        </dl>
      </section>
    </div>
  )
}

function Ask({ about }: { about: keyof typeof ASK }) {
  const { t } = useTranslation()
  const [kind, text] = ASK[about]
  return (
    <p>
      <Link to={`/support/new?kind=${kind}`}>{t(text)}</Link>
    </p>
  )
}
