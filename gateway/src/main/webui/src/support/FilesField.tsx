import { PaperClipOutlined } from '@ant-design/icons'
import { Button, Upload } from 'antd'
import { Form } from '../forms/form'
import { useTranslation } from '../texts/useTranslation'
import { ACCEPTED, flawOf } from './files'

/** Files to be sent with a message; what cannot be sent is told here at once. */
export default function FilesField() {
  const { t } = useTranslation()
  return (
    <Form.Item
      name="files"
      label={t('support.files')}
      extra={t('support.filesHint')}
      rules={[
        {
          validator: (_, files: readonly File[] = []) => {
            const flaws = files.flatMap((file) => {
              const flaw = flawOf(file)
              return flaw ? [t(`support.file.${flaw}`, { name: file.name })] : []
            })
            return flaws.length > 0 ? Promise.reject(new Error(flaws.join(' '))) : Promise.resolve()
          },
        },
      ]}
    >
      <Files />
    </Form.Item>
  )
}

interface Props {
  id?: string
  value?: readonly File[]
  onChange?: (files: File[]) => void
}

function Files({ id, value = [], onChange }: Props) {
  const { t } = useTranslation()
  return (
    <Upload
      id={id}
      multiple
      accept={ACCEPTED}
      fileList={value.map((file, at) => ({ uid: String(at), name: file.name, status: 'done' }))}
      // They are sent with the message, not before.
      beforeUpload={(_, chosen) => {
        onChange?.([...value, ...chosen])
        return false
      }}
      onRemove={({ uid }) => onChange?.(value.filter((_, at) => String(at) !== uid))}
    >
      <Button icon={<PaperClipOutlined />}>{t('support.attach')}</Button>
    </Upload>
  )
}
