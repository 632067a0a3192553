import { useQueryClient } from '@tanstack/react-query'
import { Alert, Button } from 'antd'
import { lazy, Suspense, useState } from 'react'
import { useLocation } from 'react-router'
import { ButtonLink } from '../app/ButtonLink'
import { Chip } from '../app/Chip'
import { useTitle } from '../app/hooks'
import { Empty, Loaded, More } from '../app/ListState'
import { ProblemAlert } from '../forms/ProblemAlert'
import { useOnce } from '../forms/useOnce'
import { useTranslation } from '../texts/useTranslation'
import { TitleFacts } from './TitleFacts'
import { deleteTitle, makeDefault, type Title, useTitles } from './titles'

const Ask = lazy(() => import('../app/Ask'))

/** What was done on the page before this one. */
export interface Done {
  saved?: boolean
  warnings?: string[]
}

export function Component() {
  const { t } = useTranslation()
  const titles = useTitles()
  useTitle(t('titles.title'), t('brand'))
  return (
    <div className="page middle">
      <div className="between heading">
        <h1>{t('titles.title')}</h1>
        {(titles.data?.length ?? 0) > 0 && (
          <ButtonLink to="/titles/new" type="primary">
            {t('titles.add')}
          </ButtonLink>
        )}
      </div>
      <p className="muted">{t('titles.intro')}</p>
      <Saved />
      <Loaded of={titles}>
        {() =>
          titles.data?.length === 0 ? (
            <Empty title={t('titles.empty')}>
              <p>{t('titles.emptyText')}</p>
              <ButtonLink to="/titles/new" type="primary">
                {t('titles.add')}
              </ButtonLink>
            </Empty>
          ) : (
            <>
              <ul className="cards">
                {titles.data?.map((title) => (
                  <Item key={title.id} title={title} />
                ))}
              </ul>
              <More list={titles} />
            </>
          )
        }
      </Loaded>
    </div>
  )
}

function Saved() {
  const { t } = useTranslation()
  const { saved, warnings = [] } = (useLocation().state ?? {}) as Done
  return saved ? (
    <Alert
      className="problem"
      type={warnings.length > 0 ? 'warning' : 'success'}
      showIcon
      role="status"
      title={t(warnings.length > 0 ? 'titles.savedCheck' : 'titles.saved')}
      description={
        warnings.length > 0 ? warnings.map((warning) => <p key={warning}>{warning}</p>) : undefined
      }
    />
  ) : null
}

function Item({ title }: { title: Title }) {
  const { t } = useTranslation()
  const queries = useQueryClient()
  const { busy, problem, once } = useOnce()
  const [asking, setAsking] = useState(false)
  const named = (action: string) => `${action}${t('common.colon')} ${title.name}`

  async function change(action: () => Promise<void>) {
    await once(action, (refused) =>
      // Deleted elsewhere, it is gone as wished.
      refused.status === 404 ? undefined : refused,
    )
    setAsking(false)
    await queries.invalidateQueries({ queryKey: ['titles'] })
  }

  return (
    <li className="card">
      <div className="between top">
        <strong className="long" dir="auto">
          {title.name}
        </strong>
        {title.default && <Chip tone="good">{t('titles.default')}</Chip>}
      </div>
      <TitleFacts title={title} named />
      {problem && (
        <div className="after">
          <ProblemAlert problem={problem} />
        </div>
      )}
      <div className="actions card-foot text-actions">
        <ButtonLink
          to={`/titles/${title.id}`}
          type="link"
          size="small"
          aria-label={named(t('common.edit'))}
        >
          {t('common.edit')}
        </ButtonLink>
        {!title.default && (
          <Button
            type="link"
            size="small"
            loading={busy && !asking}
            aria-label={named(t('titles.makeDefault'))}
            onClick={() => void change(() => makeDefault(title.id))}
          >
            {t('titles.makeDefault')}
          </Button>
        )}
        <Button
          type="link"
          size="small"
          danger
          aria-label={named(t('titles.delete'))}
          onClick={() => setAsking(true)}
        >
          {t('titles.delete')}
        </Button>
      </div>
      {asking && (
        <Suspense>
          <Ask
            title={t('titles.deleteAsk', { name: title.name })}
            text={t('titles.deleteText')}
            yes={t('titles.delete')}
            no={t('titles.deleteNo')}
            danger
            busy={busy}
            onYes={() => void change(() => deleteTitle(title.id))}
            onNo={() => setAsking(false)}
          />
        </Suspense>
      )}
    </li>
  )
}
