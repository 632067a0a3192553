import { useNow } from '../app/hooks'
import { useTranslation } from '../texts/useTranslation'
import { usePromise } from '../time/Moment'
import { type Case, waitsForPapers } from './support'

/** What happens next, who has to do it, and by when. */
export function NextStep({ of }: { of: Case }) {
  const { t } = useTranslation()
  const promise = usePromise()
  const now = useNow(60_000)
  switch (of.status) {
    case 'OPEN':
      return Date.parse(of.dueAt) < now.getTime()
        ? t('support.next.overdue', { when: promise(of.dueAt) })
        : t('support.next.OPEN', { when: promise(of.dueAt) })
    case 'WAITING_FOR_CUSTOMER':
      if (of.kind === 'SPLIT' && of.approval?.approve) {
        return t('support.next.approvedSplit')
      }
      if (of.kind === 'TITLE_CHANGE' && of.sendBack === undefined) {
        return t('support.next.see') // in a list, which does not tell what is to be sent back
      }
      return t(waitsForPapers(of) ? 'support.next.papers' : 'support.next.WAITING_FOR_CUSTOMER')
    case 'CLOSED':
      return t(of.approval?.approve === false ? 'support.next.refused' : 'support.next.CLOSED')
    default:
      return t(`support.next.${of.status}`)
  }
}
