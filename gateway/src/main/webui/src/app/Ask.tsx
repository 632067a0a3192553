import { Modal } from 'antd'

interface Props {
  title: string
  text: string
  yes: string
  no: string
  danger?: boolean
  busy?: boolean
  onYes: () => void
  onNo: () => void
}

/** A question that has to be answered before something is lost; unless it is dangerous, "no" stands out. */
export default function Ask({ title, text, yes, no, danger, busy, onYes, onNo }: Props) {
  return (
    <Modal
      open
      title={title}
      okText={yes}
      cancelText={no}
      okButtonProps={{ danger, loading: busy, type: danger ? 'primary' : 'default' }}
      cancelButtonProps={{ type: danger ? 'default' : 'primary' }}
      onOk={onYes}
      onCancel={onNo}
    >
      <p>{text}</p>
    </Modal>
  )
}
