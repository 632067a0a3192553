import { useTranslation } from '../texts/useTranslation'

/** The word explained once, for readers who have never met it. */
export function WhatIsAFapiao() {
  const { t } = useTranslation()
  return (
    <section className="card" aria-labelledby="what-is-a-fapiao">
      <h2 id="what-is-a-fapiao">{t('fapiao.question')}</h2>
      <p>{t('fapiao.answer')}</p>
    </section>
  )
}
