import { CopyOutlined } from '@ant-design/icons'
import { Alert, Button } from 'antd'
import { useState } from 'react'
import { Phone } from '../app/Phone'
import { Form } from '../forms/form'
import { Input } from '../forms/inputs'
import { ProblemAlert } from '../forms/ProblemAlert'
import { useSubmission } from '../forms/useSubmission'
import { useTranslation } from '../texts/useTranslation'
import { Moment } from '../time/Moment'
import { enterParcel, hasEnded, type SendBack, type VersionedCase } from './support'

interface Props {
  read: VersionedCase
  sendBack: SendBack
  taken: (changed: VersionedCase) => void
}

/** What has to be sent back, where, and in which parcel it comes. */
export function PaperReturn({ read, sendBack, taken }: Props) {
  const { t } = useTranslation()
  const { copies, text, recipient, address, phone } = sendBack
  return (
    <section className="card" aria-labelledby="send-back">
      <h2 id="send-back">{t(copies.length > 0 ? 'support.sendBack' : 'support.nothingBack')}</h2>
      <p>{text}</p>
      {address && (
        <>
          <h3>{t('support.returnAddress')}</h3>
          <address className="address">
            <span className="block">{recipient}</span>
            {phone && (
              <span className="block">
                <Phone number={phone} />
              </span>
            )}
            <span className="block long">{address}</span>
          </address>
          <Copy text={[recipient, phone, address].filter(Boolean).join('\n')} />
        </>
      )}
      {copies.length > 0 && <Parcel read={read} sendBack={sendBack} taken={taken} />}
    </section>
  )
}

function Copy({ text }: { text: string }) {
  const { t } = useTranslation()
  const [copied, setCopied] = useState(false)
  // Where the clipboard is closed to us, the address can still be marked by hand.
  return navigator.clipboard ? (
    <Button
      icon={<CopyOutlined />}
      onClick={() =>
        navigator.clipboard.writeText(text).then(
          () => setCopied(true),
          () => setCopied(false),
        )
      }
    >
      <span aria-live="polite">{t(copied ? 'common.copied' : 'support.copyAddress')}</span>
    </Button>
  ) : null
}

/** The parcel that was sent, or the place to tell of it. */
function Parcel({ read, sendBack: { parcel }, taken }: Props) {
  const { t } = useTranslation()
  const [editing, setEditing] = useState(false)
  const ended = hasEnded(read.data)
  if (parcel && !editing) {
    return (
      <div className="after">
        <h3>{t('support.parcel')}</h3>
        <Alert
          className="problem"
          type="success"
          showIcon
          role="status"
          title={`${parcel.carrier} ${parcel.waybill}`}
          description={
            <>
              {t('support.parcelEntered')} <Moment at={parcel.enteredAt} />
            </>
          }
        />
        {!ended && <Button onClick={() => setEditing(true)}>{t('common.edit')}</Button>}
      </div>
    )
  }
  return ended ? null : (
    <ParcelForm
      read={read}
      initial={{ carrier: parcel?.carrier ?? '', waybill: parcel?.waybill ?? '' }}
      taken={(changed) => {
        setEditing(false)
        taken(changed)
      }}
    />
  )
}

interface Entry {
  carrier: string
  waybill: string
}

function ParcelForm({
  read,
  initial,
  taken,
}: {
  read: VersionedCase
  initial: Entry
  taken: Props['taken']
}) {
  const { t } = useTranslation()
  const [form] = Form.useForm<Entry>()
  const { busy, problem, submit } = useSubmission(form, [['carrier'], ['waybill']])
  return (
    <div className="after">
      <h3>{t('support.parcel')}</h3>
      {problem && <ProblemAlert problem={problem} />}
      <Form
        form={form}
        name="parcel"
        layout="vertical"
        requiredMark={false}
        initialValues={initial}
        onFinish={(entry) => void submit(async () => taken(await enterParcel(read, entry)))}
      >
        <Form.Item
          name="carrier"
          label={t('support.carrier')}
          extra={t('support.carrierHint')}
          rules={[{ required: true, whitespace: true }]}
        >
          <Input autoComplete="off" maxLength={50} />
        </Form.Item>
        <Form.Item
          name="waybill"
          label={t('application.waybill')}
          rules={[{ required: true, whitespace: true }]}
        >
          <Input className="code" autoComplete="off" spellCheck={false} maxLength={80} />
        </Form.Item>
        <Button htmlType="submit" type="primary" loading={busy}>
          {t('support.enterParcel')}
        </Button>
      </Form>
    </div>
  )
}
