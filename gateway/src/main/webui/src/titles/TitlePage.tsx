import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Alert, Button, Checkbox } from 'antd'
import { useState } from 'react'
import { useNavigate, useParams } from 'react-router'
import { hasSlug } from '../api/problem'
import { ButtonLink } from '../app/ButtonLink'
import { useTitle } from '../app/hooks'
import { Loaded } from '../app/ListState'
import { Form } from '../forms/form'
import { ProblemAlert } from '../forms/ProblemAlert'
import { useSubmission } from '../forms/useSubmission'
import { useTranslation } from '../texts/useTranslation'
import { TitleFields } from './TitleFields'
import type { Done } from './TitlesPage'
import {
  createTitle,
  readTitle,
  replaceTitle,
  requestOf,
  type Title,
  type TitleRequest,
} from './titles'

const FIELDS = ['name', 'taxpayerId', 'address', 'phone', 'bankName', 'bankAccount'].map((name) => [
  name,
])

/** A new title at `/titles/new`, else one that is kept already. */
export function Component() {
  const { t } = useTranslation()
  const id = useParams().id ?? 'new'
  const isNew = id === 'new'
  const heading = t(isNew ? 'titles.new' : 'titles.change')
  const title = useQuery({
    queryKey: ['title', id],
    queryFn: () => readTitle(id),
    enabled: !isNew,
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
  })
  // Begins anew with what somebody else has made of it; nothing else throws away what is typed.
  const [round, setRound] = useState(0)
  useTitle(heading, t('brand'))
  return (
    <div className="page narrow">
      {isNew ? (
        <>
          <h1>{heading}</h1>
          <TitleForm initial={{ titleType: 'ORGANIZATION' }} save={createTitle} />
        </>
      ) : (
        <Loaded of={title}>
          {() => (
            <>
              <h1>{heading}</h1>
              {round > 0 && (
                <Alert
                  className="problem"
                  type="warning"
                  showIcon
                  role="alert"
                  title={t('titles.changed')}
                />
              )}
              <TitleForm
                key={round}
                initial={title.data?.data ?? {}}
                save={(body) => replaceTitle(id, title.data?.etag, body)}
                startAgain={async () => {
                  await title.refetch()
                  setRound(round + 1)
                }}
              />
            </>
          )}
        </Loaded>
      )}
    </div>
  )
}

interface Props {
  initial: Partial<TitleRequest>
  save: (body: TitleRequest) => Promise<Title>
  /** After somebody else has changed it. */
  startAgain?: () => Promise<void>
}

function TitleForm({ initial, save, startAgain }: Props) {
  const { t } = useTranslation()
  const queries = useQueryClient()
  const navigate = useNavigate()
  const [form] = Form.useForm<TitleRequest>()
  const { busy, problem, submit } = useSubmission(form, FIELDS, ({ slug, detail }) =>
    slug === 'title-exists' ? { field: 'name', message: detail } : undefined,
  )

  async function send() {
    try {
      const { warnings } = await save(requestOf(form.getFieldsValue(true)))
      void queries.invalidateQueries({ queryKey: ['titles'] })
      const done: Done = { saved: true, warnings: warnings.map(({ message }) => message) }
      void navigate('/titles', { state: done })
    } catch (error) {
      if (!hasSlug(error, 'precondition-failed') || startAgain === undefined) {
        throw error
      }
      await startAgain()
    }
  }

  return (
    <>
      {problem && <ProblemAlert problem={problem} />}
      <Form
        form={form}
        name="title"
        className="card"
        layout="vertical"
        requiredMark={false}
        initialValues={initial}
        onFinish={() => void submit(send)}
      >
        <TitleFields path={[]} />
        <Form.Item name="default" valuePropName="checked">
          <Checkbox>{t('titles.defaultLabel')}</Checkbox>
        </Form.Item>
        <div className="wizard-actions">
          <ButtonLink to="/titles">{t('common.cancel')}</ButtonLink>
          <Button type="primary" htmlType="submit" loading={busy}>
            {t('common.save')}
          </Button>
        </div>
      </Form>
    </>
  )
}
