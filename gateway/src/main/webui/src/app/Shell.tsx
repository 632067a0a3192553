import { useQueryClient } from '@tanstack/react-query'
import { Alert, Button } from 'antd'
import { lazy, Suspense, useEffect, useRef } from 'react'
import { Link, NavLink, Outlet, ScrollRestoration, useLocation } from 'react-router'
import { tellMailLanguage } from '../account/mailLanguage'
import { chooseLanguage, LANGUAGE_NAMES, LANGUAGES, type Language } from '../texts/language'
import { useTranslation } from '../texts/useTranslation'
import { usePromise } from '../time/Moment'
import { useOnline, useSession } from './hooks'
import { Phone } from './Phone'
import { useContact, useNotices } from './queries'

const AccountMenu = lazy(() => import('./AccountMenu'))

/** What stands around each page. */
export function Shell() {
  const { t } = useTranslation()
  const online = useOnline()
  const main = useRef<HTMLElement>(null)
  const { pathname } = useLocation()
  const opened = useRef(pathname)

  useEffect(() => {
    // A screen reader and the tab key begin at the new page, not where the old one was left.
    if (opened.current !== pathname) {
      opened.current = pathname
      main.current?.focus({ preventScroll: true })
    }
  }, [pathname])

  return (
    <div className="shell">
      <Button className="skip" onClick={() => main.current?.focus()}>
        {t('skip')}
      </Button>
      <Header />
      {!online && <Alert banner type="warning" title={t('problem.offline')} />}
      <NoticeBar />
      <main id="main" ref={main} tabIndex={-1}>
        <Outlet />
      </main>
      <Footer />
      <ScrollRestoration />
    </div>
  )
}

function Header() {
  const { t } = useTranslation()
  const session = useSession()
  const signedIn = session.state === 'signed-in'
  return (
    <header className="header">
      <div className="bar">
        <Link to="/" className="brand" aria-label={`${t('brand')} – ${t('nav.front')}`}>
          <img src="/seal.svg" alt="" width="28" height="28" />
          <span>{t('brand')}</span>
        </Link>
        <div className="tools">
          <LanguageSwitch />
          {signedIn && (
            <Suspense fallback={<span className="account-place" />}>
              <AccountMenu />
            </Suspense>
          )}
        </div>
      </div>
      <nav className="nav" aria-label={t('nav.label')}>
        {signedIn && <NavLink to="/bills">{t('nav.bills')}</NavLink>}
        {signedIn && <NavLink to="/applications">{t('nav.applications')}</NavLink>}
        {signedIn && <NavLink to="/fapiaos">{t('nav.fapiaos')}</NavLink>}
        {signedIn && (
          // A phone has no room for them; they are in the account menu as well.
          <>
            <NavLink className="desk-only" to="/orders">
              {t('nav.orders')}
            </NavLink>
            <NavLink className="desk-only" to="/titles">
              {t('nav.titles')}
            </NavLink>
            <NavLink className="desk-only" to="/support">
              {t('nav.support')}
            </NavLink>
          </>
        )}
        <NavLink to="/help">{t('nav.help')}</NavLink>
        {session.state === 'signed-out' && <NavLink to="/register">{t('nav.register')}</NavLink>}
        {session.state === 'signed-out' && <NavLink to="/sign-in">{t('nav.signIn')}</NavLink>}
      </nav>
    </header>
  )
}

const SHORT: Record<Language, string> = { 'zh-CN': '中文', en: 'EN', de: 'DE' }

function LanguageSwitch() {
  const { t, language } = useTranslation()
  const queries = useQueryClient()
  return (
    <fieldset className="languages" aria-label={t('language')}>
      {LANGUAGES.map((each) => (
        <Button
          key={each}
          type="text"
          size="small"
          lang={each}
          title={LANGUAGE_NAMES[each]}
          aria-label={`${SHORT[each]} – ${LANGUAGE_NAMES[each]}`}
          aria-pressed={each === language}
          onClick={() => {
            void chooseLanguage(each)
            void tellMailLanguage(each).then(() =>
              queries.invalidateQueries({ queryKey: ['account'] }),
            )
          }}
        >
          {SHORT[each]}
        </Button>
      ))}
    </fieldset>
  )
}

function NoticeBar() {
  const { t } = useTranslation()
  const promise = usePromise()
  const notices = useNotices().data?.items ?? []
  return notices.map((notice) => (
    <Alert
      key={notice.id}
      className="notice"
      banner
      type="warning"
      title={t(noticeTitle(notice.type))}
      description={
        <>
          {notice.text && <p>{notice.text}</p>}
          {notice.expectedIssueAt && (
            <p>{t('notice.expected', { when: promise(notice.expectedIssueAt) })}</p>
          )}
        </>
      }
    />
  ))
}

function noticeTitle(type: string | undefined) {
  return type === 'ORDINARY' || type === 'SPECIAL' ? (`notice.${type}` as const) : 'notice.all'
}

function Footer() {
  const { t } = useTranslation()
  const contact = useContact().data
  return (
    <footer className="footer">
      {contact?.servicePhone && (
        <p>
          {t('footer.phone')} <Phone number={contact.servicePhone} />
        </p>
      )}
    </footer>
  )
}
