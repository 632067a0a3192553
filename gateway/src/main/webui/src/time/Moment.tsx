import { useTranslation } from '../texts/useTranslation'
import { CHINA, differsFromChina, formatMoment, readersZone } from './moment'

/** A moment in the reader's zone. */
export function Moment({ at }: { at: string }) {
  const { language } = useTranslation()
  return <time dateTime={at}>{formatMoment(at, language, readersZone())}</time>
}

/**
 * A moment that a promise depends on, in words: the reader's clock, and China's where they differ.
 */
export function usePromise(): (at: string) => string {
  const { t, language } = useTranslation()
  return (at) => {
    const zone = readersZone()
    const here = formatMoment(at, language, zone)
    return differsFromChina(at, zone)
      ? t('common.chinaTime', { here, china: formatMoment(at, language, CHINA) })
      : here
  }
}
