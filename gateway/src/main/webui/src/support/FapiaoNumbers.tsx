import { useQueries } from '@tanstack/react-query'
import { Link } from 'react-router'
import { answer, api } from '../api/client'
import { useTranslation } from '../texts/useTranslation'

/** The Fapiao that a case is about, as they arrive. */
export function FapiaoNumbers({ ids }: { ids: readonly string[] }) {
  const { t } = useTranslation()
  const numbers = useQueries({
    queries: ids.map((id) => ({
      queryKey: ['fapiao', id],
      queryFn: () => answer(api.GET('/api/v1/fapiaos/{id}', { params: { path: { id } } })),
      staleTime: 60_000,
    })),
    combine: (answers) => answers.flatMap(({ data }) => (data ? [data.number] : [])),
  })
  return numbers.length > 0 ? (
    <>
      <dt>{t('application.numbers')}</dt>
      <dd>
        {numbers.map((number) => (
          <Link className="block code" key={number} to="/fapiaos">
            {number}
          </Link>
        ))}
      </dd>
    </>
  ) : null
}
