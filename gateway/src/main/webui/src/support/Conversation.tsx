import { DownloadOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { ProblemAlert } from '../forms/ProblemAlert'
import { useOnce } from '../forms/useOnce'
import { useTranslation } from '../texts/useTranslation'
import { Moment } from '../time/Moment'
import { formatSize } from './files'
import { type CaseFile, type Message, saveFile } from './support'

/** What was said, oldest first; what is added is told to a screen reader. */
export function Conversation({
  caseId,
  messages,
}: {
  caseId: string
  messages: readonly Message[]
}) {
  const { t } = useTranslation()
  return (
    <section className="conversation" aria-labelledby="conversation">
      <h2 id="conversation">{t('support.conversation')}</h2>
      <div role="log" aria-labelledby="conversation">
        <ol className="plain-list">
          {messages.map((message, at) => (
            <li
              // biome-ignore lint/suspicious/noArrayIndexKey: what was said stays, in its order
              key={at}
              className={message.by === 'CUSTOMER' ? 'card said said-own' : 'card said'}
            >
              <p className="muted small">
                <strong>{t(`support.by.${message.by}`)}</strong> · <Moment at={message.at} />
              </p>
              {message.text && (
                <p className="said-text" dir="auto">
                  {message.text}
                </p>
              )}
              {message.files.map((file) => (
                <SaveFile key={file.id} caseId={caseId} file={file} />
              ))}
            </li>
          ))}
        </ol>
      </div>
    </section>
  )
}

/** Fetches a file as the signed-in reader and has the browser save it. */
function SaveFile({ caseId, file }: { caseId: string; file: CaseFile }) {
  const { t, language } = useTranslation()
  const { busy, problem, once } = useOnce()
  const size = formatSize(file.size, language)
  return (
    <div>
      <Button
        className="wraps"
        icon={<DownloadOutlined />}
        loading={busy}
        aria-label={`${t('support.saveFile')}${t('common.colon')} ${file.name} ${size}`}
        onClick={() =>
          void once(
            () => saveFile(caseId, file),
            (refused) => refused,
          )
        }
      >
        <span className="long">{file.name}</span> <span className="muted small amount">{size}</span>
      </Button>
      {problem && (
        <div className="after">
          <ProblemAlert problem={problem} />
        </div>
      )}
    </div>
  )
}
