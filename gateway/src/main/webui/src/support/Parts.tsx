import { useQueries } from '@tanstack/react-query'
import { Link } from 'react-router'
import { ButtonLink } from '../app/ButtonLink'
import { Chip } from '../app/Chip'
import { toneOf } from '../applications/applications'
import { readApplication } from '../apply/calls'
import { Amount } from '../money/Amount'
import { useTranslation } from '../texts/useTranslation'
import type { Case, Part } from './support'

/** What a bill is split into, and once that is approved, the drafts that the customer confirms. */
export function Parts({ of, parts }: { of: Case; parts: readonly Part[] }) {
  const { t } = useTranslation()
  const drafts = useDrafts(parts)
  return (
    <section className="card" aria-labelledby="parts">
      <h2 id="parts">{t('support.parts')}</h2>
      {of.approval?.approve && <p>{t('support.partsApproved')}</p>}
      <ol className="plain-list ruled">
        {parts.map((part, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: parts have no other name, and stay in order
          <li key={at}>
            <div className="between top">
              <span className="long" dir="auto">
                {part.title.name}
                {part.title.taxpayerId && (
                  <span className="muted small block code">{part.title.taxpayerId}</span>
                )}
              </span>
              <Amount of={part.amount} />
            </div>
            {part.applicationId && (
              <Draft
                id={part.applicationId}
                found={drafts.get(part.applicationId)}
                name={part.title.name}
                billId={of.billId ?? ''}
                caseId={of.id}
              />
            )}
          </li>
        ))}
      </ol>
    </section>
  )
}

type Found = 'gone' | Awaited<ReturnType<typeof readApplication>>['data']

function useDrafts(parts: readonly Part[]): Map<string, Found> {
  const ids = parts.flatMap(({ applicationId }) => applicationId ?? [])
  return useQueries({
    queries: ids.map((id) => ({
      queryKey: ['application', id],
      queryFn: () => readApplication(id),
      refetchInterval: 60_000,
    })),
    combine: (answers) =>
      new Map(
        answers.flatMap(({ data, isError }, at): [string, Found][] => {
          const id = ids[at] ?? ''
          return data ? [[id, data.data]] : isError ? [[id, 'gone']] : []
        }),
      ),
  })
}

interface Props {
  id: string
  found: Found | undefined
  name: string
  billId: string
  caseId: string
}

function Draft({ id, found, name, billId, caseId }: Props) {
  const { t } = useTranslation()
  const label = (text: string) => `${text}${t('common.colon')} ${name}`
  if (found === undefined) {
    return null
  }
  if (found === 'gone') {
    // Thrown away, the part can still be applied for.
    return <Link to={`/apply/${billId}`}>{t('application.reapply')}</Link>
  }
  return (
    <div className="between">
      <Chip tone={toneOf(found.status)}>{t(`applications.status.${found.status ?? 'DRAFT'}`)}</Chip>
      {found.status === 'DRAFT' ? (
        <ButtonLink
          type="primary"
          to={`/apply/${billId}?step=review&draft=${id}&case=${caseId}`}
          aria-label={label(t('support.confirmPart'))}
        >
          {t('support.confirmPart')}
        </ButtonLink>
      ) : (
        <Link to={`/applications/${id}`} aria-label={label(t('bills.progress'))}>
          {t('bills.progress')}
        </Link>
      )}
    </div>
  )
}
