import { Button } from 'antd'
import { answer, api, send } from '../api/client'
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

/** The account's own part says where the others hand out theirs. */
async function everything() {
  const { further, ...own } = await answer(api.GET('/api/v1/account/export'))
  const data: Record<string, unknown> = { ...own }
  for (const { name, href } of further) {
    data[name] = await all(href)
  }
  return data
}

interface Page {
  items: unknown[]
  nextCursor?: string
}

/** All pages of a list, one after the other. */
async function all(href: string): Promise<unknown[]> {
  const items: unknown[] = []
  let cursor: string | undefined
  do {
    const query = new URLSearchParams({ limit: '100', ...(cursor ? { cursor } : {}) })
    const page = await answer<Page>(read(`${href}?${query}`))
    items.push(...page.items)
    cursor = page.nextCursor
  } while (cursor !== undefined)
  return items
}

async function read(href: string) {
  const response = await send(new Request(href))
  const body = await response.json()
  return response.ok ? { data: body as Page, response } : { error: body as unknown, response }
}
