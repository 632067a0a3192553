import { useQueryClient } from '@tanstack/react-query'
import { Modal } from 'antd'
import { api, versioned } from '../api/client'
import { useMethods, type Versioned } from '../apply/calls'
import { DeliveryFields } from '../apply/DeliveryFields'
import { type Delivery, deliveryOf } from '../apply/draft'
import { Form } from '../forms/form'
import { ProblemAlert } from '../forms/ProblemAlert'
import { useSubmission } from '../forms/useSubmission'
import { useTranslation } from '../texts/useTranslation'

const NAMES = ['method', 'recipient', 'phone', 'region', 'address', 'postalCode'].map((name) => [
  name,
])

/** Another recipient or address, until it is mailed out. */
export default function ChangeDelivery({
  id,
  read,
  close,
}: {
  id: string
  read: Versioned
  close: (changed: boolean) => void
}) {
  const { t } = useTranslation()
  const [form] = Form.useForm<Delivery>()
  const delivery = Form.useWatch([], form)
  const methods = (useMethods().data ?? []).filter(({ medium }) => medium === read.data.medium)
  const { busy, problem, submit } = useSubmission(form, NAMES)
  const queries = useQueryClient()

  async function save() {
    const saved = await submit(async () => {
      const changed = await versioned(
        api.PUT('/api/v1/applications/{id}/delivery', {
          params: { path: { id }, header: { 'If-Match': read.etag } },
          body: deliveryOf(form.getFieldsValue(true), methods),
        }),
      )
      queries.setQueryData(['application', id], changed)
    })
    if (saved) {
      close(true)
    } else {
      void queries.invalidateQueries({ queryKey: ['application', id] })
    }
  }

  return (
    <Modal
      open
      title={t('application.changeAddress')}
      okText={t('common.save')}
      cancelText={t('common.cancel')}
      confirmLoading={busy}
      onOk={() => form.submit()}
      onCancel={() => close(false)}
    >
      {problem && <ProblemAlert problem={problem} />}
      <Form
        form={form}
        layout="vertical"
        requiredMark={false}
        initialValues={read.data.delivery}
        onFinish={() => void save()}
      >
        <DeliveryFields path={[]} methods={methods} delivery={delivery ?? read.data.delivery} />
      </Form>
    </Modal>
  )
}
