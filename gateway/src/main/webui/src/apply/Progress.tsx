import { Steps } from 'antd'
import { useMedia } from '../app/hooks'
import { useTranslation } from '../texts/useTranslation'
import { STEPS, type Step } from './draft'

/** Where one is among the five steps. */
export function Progress({ step }: { step: Step }) {
  const { t } = useTranslation()
  const wide = useMedia('(min-width: 44rem)')
  const at = STEPS.indexOf(step)
  return (
    <nav className="wizard-progress" aria-label={t('apply.progress')}>
      {wide ? (
        <Steps
          size="small"
          current={at}
          items={STEPS.map((each) => ({ title: t(`apply.steps.${each}`) }))}
        />
      ) : (
        <>
          <p className="muted small">{t('apply.stepOf', { step: at + 1 })}</p>
          <ol className="bars" aria-hidden="true">
            {STEPS.map((each, index) => (
              <li key={each} className={index <= at ? 'done' : undefined} />
            ))}
          </ol>
        </>
      )}
    </nav>
  )
}
