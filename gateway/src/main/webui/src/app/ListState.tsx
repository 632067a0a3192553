import { Button } from 'antd'
import type { ReactNode } from 'react'
import { problemOf } from '../api/problem'
import { ProblemAlert } from '../forms/ProblemAlert'
import { useTranslation } from '../texts/useTranslation'
import { NotFound } from './NotFound'
import { PageSkeleton } from './PageSkeleton'

interface Reading {
  data?: unknown
  isPending: boolean
  error: unknown
  refetch: () => unknown
}

/** A page's data on its way, refused, or there; what was there once stays when a later look fails. */
export function Loaded({ of, children }: { of: Reading; children: () => ReactNode }) {
  if (of.isPending) {
    return <PageSkeleton />
  }
  const problem = of.error ? problemOf(of.error) : undefined
  if (problem?.status === 404) {
    return <NotFound />
  }
  return (
    <>
      {problem && (
        <div className="page middle">
          <ProblemAlert problem={problem} onRetry={() => void of.refetch()} />
        </div>
      )}
      {of.data !== undefined && children()}
    </>
  )
}

/** Why a list is empty and what happens next. */
export function Empty({ title, children }: { title: string; children?: ReactNode }) {
  return (
    <div className="card empty">
      <h2>{title}</h2>
      {children}
    </div>
  )
}

export function More({
  list,
}: {
  list: { hasNextPage: boolean; isFetchingNextPage: boolean; fetchNextPage: () => unknown }
}) {
  const { t } = useTranslation()
  return list.hasNextPage ? (
    <div className="more">
      <Button loading={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
        {t('common.more')}
      </Button>
    </div>
  ) : null
}
