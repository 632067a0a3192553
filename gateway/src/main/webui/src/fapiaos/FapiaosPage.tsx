import { Link } from 'react-router'
import { ButtonLink } from '../app/ButtonLink'
import { Chip } from '../app/Chip'
import { useTitle } from '../app/hooks'
import { Empty, Loaded, More } from '../app/ListState'
import type { Application } from '../apply/draft'
import { Amount } from '../money/Amount'
import { fen, formatMoney } from '../money/money'
import { newCasePath } from '../support/support'
import { useTranslation } from '../texts/useTranslation'
import { formatDay } from '../time/moment'
import { type Fapiao, TONES, useApplicationsOf, useFapiaos } from './fapiaos'

/** Where the tax administration tells whether a Fapiao is genuine and valid. */
const VERIFICATION = 'https://inv-veri.chinatax.gov.cn/'

export function Component() {
  const { t } = useTranslation()
  const fapiaos = useFapiaos()
  const applications = useApplicationsOf(fapiaos.data ?? [])
  useTitle(t('fapiaos.title'), t('brand'))
  return (
    <div className="page">
      <h1>{t('fapiaos.title')}</h1>
      <Loaded of={fapiaos}>
        {() =>
          fapiaos.data?.length === 0 ? (
            <Empty title={t('fapiaos.empty')}>
              <p>{t('fapiaos.emptyText')}</p>
              <ButtonLink to="/bills" type="primary">
                {t('applications.toBills')}
              </ButtonLink>
            </Empty>
          ) : (
            <>
              <FapiaoTable fapiaos={fapiaos.data ?? []} applications={applications} />
              <More list={fapiaos} />
              <p className="muted after">
                {t('fapiaos.verifyText')}{' '}
                <a href={VERIFICATION} target="_blank" rel="noreferrer">
                  {t('fapiaos.verify')}
                </a>
              </p>
            </>
          )
        }
      </Loaded>
    </div>
  )
}

interface View {
  fapiaos: Fapiao[]
  applications: Map<string, Application>
}

/** A table on a desk; on a phone the same rows are cards. */
function FapiaoTable({ fapiaos, applications }: View) {
  const { t } = useTranslation()
  const numbers = new Map(fapiaos.map((each) => [each.id, each.number]))
  return (
    <table className="rows">
      <thead>
        <tr>
          <th scope="col">{t('fapiaos.number')}</th>
          <th scope="col">{t('fapiaos.issuedOn')}</th>
          <th scope="col">{t('fapiaos.madeOutTo')}</th>
          <th scope="col" className="end">
            {t('apply.net')}
          </th>
          <th scope="col" className="end">
            {t('apply.taxAmount')}
          </th>
          <th scope="col" className="end">
            {t('fapiaos.amount')}
          </th>
          <th scope="col">{t('bills.state')}</th>
          <td />
        </tr>
      </thead>
      <tbody>
        {fapiaos.map((each) => (
          <Row
            key={each.id}
            fapiao={each}
            application={applications.get(each.applicationId)}
            numbers={numbers}
          />
        ))}
      </tbody>
    </table>
  )
}

interface RowView {
  fapiao: Fapiao
  application: Application | undefined
  numbers: Map<string, string>
}

function Row({ fapiao, application, numbers }: RowView) {
  const { t, language } = useTranslation()
  return (
    <tr>
      <th scope="row" className="row-name">
        <span className="code">{fapiao.number}</span>
        {fapiao.code && (
          <span className="muted small block">
            {t('fapiaos.code')} <span className="code">{fapiao.code}</span>
          </span>
        )}
        <span className="muted small block">
          {t(fapiao.type === 'SPECIAL' ? 'apply.special' : 'apply.ordinary')} ·{' '}
          {t(fapiao.medium === 'PAPER' ? 'apply.paper' : 'apply.electronic')}
        </span>
      </th>
      <td data-label={t('fapiaos.issuedOn')} className="row-moment">
        <time dateTime={fapiao.issuedOn}>{formatDay(fapiao.issuedOn, language)}</time>
      </td>
      <td data-label={t('fapiaos.madeOutTo')} className="row-wide">
        <span className="long" dir="auto">
          {application?.buyer?.name ?? '…'}
        </span>
        <span className="muted small block long">
          {application?.items?.map((item) => item.orderNumber).join(', ')}
        </span>
      </td>
      <td data-label={t('apply.net')} className="row-wide end">
        <Amount of={fapiao.netAmount} />
      </td>
      <td data-label={t('apply.taxAmount')} className="row-wide end">
        <Amount of={fapiao.taxAmount} />
      </td>
      <td className="row-amount end">
        <Amount of={fapiao.amount} />
      </td>
      <td className="row-state">
        <Chip tone={TONES[fapiao.status]}>{t(`fapiaos.status.${fapiao.status}`)}</Chip>
        <Relations fapiao={fapiao} numbers={numbers} />
      </td>
      <td className="row-action end">
        <Link
          to={`/applications/${fapiao.applicationId}`}
          aria-label={`${t('fapiaos.application')}${t('common.colon')} ${fapiao.number}`}
        >
          {t('fapiaos.application')}
        </Link>
        <Link
          className="small block"
          to={newCasePath({ applicationId: fapiao.applicationId })}
          aria-label={`${t('fapiaos.ask')}${t('common.colon')} ${fapiao.number}`}
        >
          {t('fapiaos.ask')}
        </Link>
      </td>
    </tr>
  )
}

/** What takes it back, what it takes back, and what is issued in its place. */
function Relations({ fapiao, numbers }: { fapiao: Fapiao; numbers: Map<string, string> }) {
  const { t } = useTranslation()
  const { kind, reverses, redLetters, reversedAmount, replacedBy, status } = fapiao
  const blue = reverses && numbers.get(reverses)
  const red = redLetters.flatMap((id) => numbers.get(id) ?? [])
  return (
    <>
      {kind === 'RED' && (
        <span className="muted small block">
          {blue ? t('fapiaos.redLetterOf', { number: blue }) : t('fapiaos.redLetter')}
        </span>
      )}
      {red.length > 0 && (
        <span className="muted small block">
          {t('fapiaos.reversedBy', { numbers: red.join(', ') })}
        </span>
      )}
      {status === 'ISSUED' && fen(reversedAmount) > 0 && (
        <span className="muted small block">
          {t('fapiaos.reversed', { amount: formatMoney(reversedAmount) })}
        </span>
      )}
      {replacedBy && (
        <Link className="small block" to={`/applications/${replacedBy}`}>
          {t('fapiaos.replacement')}
        </Link>
      )}
    </>
  )
}
