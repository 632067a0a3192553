import { DownloadOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { ProblemAlert } from '../forms/ProblemAlert'
import { useOnce } from '../forms/useOnce'
import { useTranslation } from '../texts/useTranslation'
import { saveInvoice } from './orders'

interface Props {
  orderNumber: string
  primary?: boolean
}

/** Fetches the order's PDF as the signed-in reader and has the browser save it. */
export function SaveInvoice({ orderNumber, primary = false }: Props) {
  const { t } = useTranslation()
  const { busy, problem, once } = useOnce()
  return (
    <>
      <Button
        type={primary ? 'primary' : 'default'}
        icon={<DownloadOutlined />}
        loading={busy}
        aria-label={`${t('orders.pdf')}${t('common.colon')} ${orderNumber}`}
        onClick={() =>
          void once(
            () => saveInvoice(orderNumber),
            (refused) => refused,
          )
        }
      >
        {t('orders.pdf')}
      </Button>
      {problem && (
        <div className="after">
          <ProblemAlert problem={problem} />
        </div>
      )}
    </>
  )
}
