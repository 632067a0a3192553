import { PrinterOutlined } from '@ant-design/icons'
import { Alert, Button, Checkbox } from 'antd'
import { useTranslation } from '../texts/useTranslation'
import { usePromise } from '../time/Moment'
import { BuyerFacts, DeliveryFacts, Items } from './ApplicationFacts'
import type { Application, Method, Step } from './draft'
import { warningKey } from './warnings'

interface Props {
  application: Application
  methods: readonly Method[]
  ticked: ReadonlySet<string>
  tick: (code: string, on: boolean) => void
  edit: (step: Step) => void
}

/** Every fact as the API read it, before anything is handed in. */
export function ReviewStep({ application, methods, ticked, tick, edit }: Props) {
  const { t } = useTranslation()
  const promise = usePromise()
  const method = methods.find((offered) => offered.method === application.delivery?.method)
  return (
    <>
      <div className="between top">
        <p className="muted">{t('apply.reviewIntro')}</p>
        <Button type="link" size="small" icon={<PrinterOutlined />} onClick={() => window.print()}>
          {t('apply.print')}
        </Button>
      </div>
      <Section title={t('apply.sectionBills')} step="type" edit={edit}>
        <Items application={application} />
      </Section>
      <Section title={t('apply.sectionTitle')} step="information" edit={edit}>
        <BuyerFacts application={application} />
        {application.purposeEvidence && (
          <p className="muted small">
            {t('apply.evidence', { payers: application.purposeEvidence.payers?.join(', ') ?? '' })}
          </p>
        )}
      </Section>
      <Section title={t('apply.sectionShipping')} step="shipping" edit={edit}>
        <DeliveryFacts application={application} methodName={method?.name} />
        {method?.branch && <p className="muted small">{method.branch.address}</p>}
      </Section>
      {(application.warnings?.length ?? 0) > 0 && (
        <Alert
          className="problem"
          type="warning"
          showIcon
          title={t('apply.warnings')}
          description={application.warnings?.map((warning) => (
            <div key={warningKey(warning)}>
              <p>{warning.message}</p>
              <Checkbox
                checked={ticked.has(warningKey(warning))}
                onChange={(event) => tick(warningKey(warning), event.target.checked)}
              >
                {t('apply.warningTick')}
              </Checkbox>
            </div>
          ))}
        />
      )}
      {application.dueAt && (
        <Alert
          className="problem"
          type="info"
          showIcon
          title={t('apply.due', { when: promise(application.dueAt) })}
          description={application.provisional ? t('apply.provisional') : undefined}
        />
      )}
    </>
  )
}

function Section({
  title,
  step,
  edit,
  children,
}: {
  title: string
  step: Step
  edit: Props['edit']
  children: React.ReactNode
}) {
  const { t } = useTranslation()
  return (
    <section className="card">
      <div className="between top">
        <h2>{title}</h2>
        <Button
          type="link"
          size="small"
          onClick={() => edit(step)}
          aria-label={`${t('common.edit')}: ${title}`}
        >
          {t('common.edit')}
        </Button>
      </div>
      {children}
    </section>
  )
}
