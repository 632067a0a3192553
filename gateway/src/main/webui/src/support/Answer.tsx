import { useQueryClient } from '@tanstack/react-query'
import { Button } from 'antd'
import { ProblemError } from '../api/problem'
import { Form } from '../forms/form'
import { ProblemAlert } from '../forms/ProblemAlert'
import { TextArea } from '../forms/textArea'
import { useSubmission } from '../forms/useSubmission'
import { useTranslation } from '../texts/useTranslation'
import FilesField from './FilesField'
import { sendFile, type VersionedCase, writeMessage } from './support'
import { reasonOf } from './unsent'

interface Entry {
  text?: string
  files?: File[]
}

/** The customer's next message, with files or of files alone. */
export function Answer({ id, taken }: { id: string; taken: (changed: VersionedCase) => void }) {
  const { t } = useTranslation()
  const queries = useQueryClient()
  const [form] = Form.useForm<Entry>()
  const { busy, problem, submit } = useSubmission(form, [['text'], ['files']])

  /** Files first: when one is refused, all that is left to send is still in the form. */
  async function send() {
    const { text = '', files = [] } = form.getFieldsValue(true) as Entry
    try {
      for (const [at, file] of files.entries()) {
        await sendFile(id, file).catch((error) => blameFile(file, error))
        form.setFieldValue('files', files.slice(at + 1))
      }
      if (text.trim() !== '') {
        taken(await writeMessage(id, text.trim()))
      }
      form.resetFields()
    } finally {
      await queries.invalidateQueries({ queryKey: ['support-case', id] })
    }
  }

  return (
    <section className="card" aria-labelledby="answer">
      <h2 id="answer">{t('support.answer')}</h2>
      {problem && <ProblemAlert problem={problem} />}
      <Form
        form={form}
        name="answer"
        layout="vertical"
        requiredMark={false}
        onFinish={() => void submit(send)}
      >
        <Form.Item
          name="text"
          label={t('support.text')}
          rules={[
            {
              validator: (_, text: string | undefined) => {
                const { files = [] } = form.getFieldsValue(true) as Entry
                return files.length > 0 || text?.trim()
                  ? Promise.resolve()
                  : Promise.reject(new Error(t('common.missing')))
              },
            },
          ]}
        >
          <TextArea rows={4} maxLength={2000} />
        </Form.Item>
        <FilesField />
        <Button type="primary" htmlType="submit" loading={busy}>
          {t('support.sendAnswer')}
        </Button>
      </Form>
    </section>
  )
}

/** Kind and size are refused without naming a field, though only the file can be meant. */
function blameFile({ name }: File, error: unknown): never {
  if (error instanceof ProblemError && [400, 413, 415, 422].includes(error.problem.status)) {
    const message = reasonOf({ name, problem: error.problem })
    error.problem.violations = [{ field: 'files', message }]
  }
  throw error
}
