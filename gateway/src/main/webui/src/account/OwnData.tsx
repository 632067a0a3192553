import { Button } from 'antd'
import { account, answer, fapiao, orders } from '../api/client'
import { saveAs } from '../api/save'
import { ProblemAlert } from '../forms/ProblemAlert'
import { useOnce } from '../forms/useOnce'
import { useTranslation } from '../texts/useTranslation'

/** Everything that the suite shows of its reader, in one file of theirs. */
export function OwnData() {
  const { t } = useTranslation()
  const { busy, problem, once } = useOnce()
  return (
    <>
      <p>{t('account.exportText')}</p>
      {problem && <ProblemAlert problem={problem} />}
      <Button
        loading={busy}
        onClick={() =>
          void once(
            async () => {
              const data = JSON.stringify(await everything(), undefined, 2)
              saveAs(new Blob([data], { type: 'application/json' }), 'fapiao-data.json')
            },
            (refused) => refused,
          )
        }
      >
        {t('account.export')}
      </Button>
    </>
  )
}

async function everything() {
  const own = await answer(account.GET('/api/v1/account/export'))
  const page = (cursor: string | undefined) => ({ params: { query: { limit: 100, cursor } } })
  return {
    ...own,
    orders: await all((cursor) => answer(orders.GET('/api/v1/orders', page(cursor)))),
    bills: await all((cursor) => answer(fapiao.GET('/api/v1/bills', page(cursor)))),
    titles: await all((cursor) => answer(fapiao.GET('/api/v1/titles', page(cursor)))),
    applications: await all((cursor) => answer(fapiao.GET('/api/v1/applications', page(cursor)))),
    fapiaos: await all((cursor) => answer(fapiao.GET('/api/v1/fapiaos', page(cursor)))),
  }
}

/** All pages of a list, one after the other. */
async function all<T>(
  read: (cursor: string | undefined) => Promise<{ items?: T[]; nextCursor?: string }>,
): Promise<T[]> {
  const items: T[] = []
  let cursor: string | undefined
  do {
    const page = await read(cursor)
    items.push(...(page.items ?? []))
    cursor = page.nextCursor
  } while (cursor !== undefined)
  return items
}
