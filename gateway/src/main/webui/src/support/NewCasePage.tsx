import { useQueryClient } from '@tanstack/react-query'
import { Button, Radio } from 'antd'
import { lazy, Suspense, useEffect, useRef } from 'react'
import { useNavigate, useSearchParams } from 'react-router'
import { type Problem, ProblemError, problemOf } from '../api/problem'
import { ButtonLink } from '../app/ButtonLink'
import { useTitle } from '../app/hooks'
import { Loaded } from '../app/ListState'
import { Form } from '../forms/form'
import { ProblemAlert } from '../forms/ProblemAlert'
import { TextArea } from '../forms/textArea'
import { useSubmission } from '../forms/useSubmission'
import type { FieldPath } from '../forms/violations'
import { useTranslation } from '../texts/useTranslation'
import type { Opened } from './CasePage'
import { type Entry, keep, newEntry, recall, requestOf } from './entry'
import { SubjectField } from './SubjectField'
import { MOST_PARTS } from './split'
import {
  applicationOf,
  billOf,
  type Subject,
  type Subjects,
  subjectsFor,
  subjectValues,
  useSubjects,
} from './subjects'
import { KINDS, type Kind, openCase, sendFile } from './support'
import { unsent } from './unsent'

/** What a kind asks for, loaded while one reads what there is to choose from. */
const parts = {
  split: () => import('./SplitFields'),
  title: () => import('./TitleChange'),
  files: () => import('./FilesField'),
}
const SplitFields = lazy(parts.split)
const TitleChange = lazy(parts.title)
const FilesField = lazy(parts.files)

const TITLE = ['titleType', 'name', 'taxpayerId', 'address', 'phone', 'bankName', 'bankAccount']

const FIELDS: FieldPath[] = [
  ['kind'],
  ['subject'],
  ...Array.from({ length: MOST_PARTS }, (_, at) => [
    ['split', at, 'amount'],
    ...TITLE.map((field) => ['split', at, 'title', field]),
  ]).flat(),
  ['sum'],
  ...TITLE.map((field) => ['newTitle', field]),
  ['text'],
]

/** Asks the service centre for something; a link here may say what about. */
export function Component() {
  const { t } = useTranslation()
  const [search] = useSearchParams()
  const billId = search.get('bill')
  const applicationId = search.get('application')
  const subjects = useSubjects(billId, applicationId)
  useTitle(t('support.new'), t('brand'))
  return (
    <div className="page narrow">
      <h1>{t('support.new')}</h1>
      <Loaded of={subjects}>
        {() =>
          subjects.data ? (
            <NewCase
              key={search.toString()}
              keptAs={search.toString()}
              subjects={subjects.data}
              initial={initialEntry(search, subjects.data)}
            />
          ) : null
        }
      </Loaded>
    </div>
  )
}

function initialEntry(search: URLSearchParams, subjects: Subjects): Entry {
  const kind = KINDS.find((each) => each === search.get('kind'))
  const application = search.get('application')
  const bill = search.get('bill')
  const subject: Subject | undefined = application
    ? `application:${application}`
    : bill
      ? `bill:${bill}`
      : undefined
  const entry = newEntry(kind, kind ? allowed(subject, kind, subjects) : subject)
  return { ...entry, newTitle: applicationOf(entry.subject, subjects)?.buyer ?? entry.newTitle }
}

/** What was chosen, if the kind can be about it; else the only thing that it can be about. */
function allowed(
  subject: Subject | undefined,
  kind: Kind | undefined,
  subjects: Subjects,
): Subject | undefined {
  const offered = subjectsFor(kind, subjects)
  if (billOf(subject, offered) || applicationOf(subject, offered)) {
    return subject
  }
  const all = subjectValues(offered)
  return kind !== 'OTHER' && all.length === 1 ? all[0] : undefined
}

interface Props {
  keptAs: string
  subjects: Subjects
  initial: Entry
}

function NewCase({ keptAs, subjects, initial }: Props) {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const queries = useQueryClient()
  const [form] = Form.useForm<Entry>()
  const kind = Form.useWatch('kind', form)
  const subject = Form.useWatch('subject', form)
  const key = useKey()
  const { busy, problem, submit } = useSubmission(form, FIELDS)
  const bill = billOf(subject, subjects)
  const application = applicationOf(subject, subjects)

  useEffect(() => {
    for (const part of Object.values(parts)) {
      // What does not arrive now is asked for again when it is needed.
      part().catch(() => undefined)
    }
  }, [])

  function changed(values: Partial<Entry>) {
    if ('kind' in values) {
      form.setFieldValue('subject', allowed(form.getFieldValue('subject'), values.kind, subjects))
    }
    if ('kind' in values || 'subject' in values) {
      // What is wrong with a title is seldom all of it.
      const buyer = applicationOf(form.getFieldValue('subject'), subjects)?.buyer
      form.setFieldValue('newTitle', buyer ?? newEntry(undefined, undefined).newTitle)
    }
    keep(keptAs, form.getFieldsValue(true))
  }

  async function send() {
    const entry = form.getFieldsValue(true) as Entry
    const body = requestOf(entry, t(`support.kind.${entry.kind ?? 'OTHER'}`))
    const opened = await openCase(body, key.of(body)).catch((error) => {
      key.spend(problemOf(error))
      throw renamed(error)
    })
    keep(keptAs, undefined)
    const { id } = opened.data
    const refused = await unsent(entry.files ?? [], (file) => sendFile(id, file))
    void queries.invalidateQueries({ queryKey: ['support-cases'] })
    const state: Opened = { opened: true, refused }
    void navigate(`/support/${id}`, { state })
  }

  return (
    <>
      {problem && <ProblemAlert problem={problem} />}
      <Form
        form={form}
        name="case"
        className="card"
        layout="vertical"
        requiredMark={false}
        initialValues={recall(keptAs) ?? initial}
        onValuesChange={changed}
        onFinish={() => void submit(send)}
      >
        <Form.Item name="kind" label={t('support.kindLabel')} rules={[{ required: true }]}>
          <Radio.Group className="choices">
            {KINDS.map((each) => (
              <Radio key={each} value={each}>
                <strong>{t(`support.kind.${each}`)}</strong>
                <span>{t(`support.kindText.${each}`)}</span>
              </Radio>
            ))}
          </Radio.Group>
        </Form.Item>
        {kind && <SubjectField kind={kind} subjects={subjectsFor(kind, subjects)} />}
        <Suspense>
          {kind === 'SPLIT' && bill && <SplitFields bill={bill} />}
          {kind === 'TITLE_CHANGE' && application && <TitleChange application={application} />}
          {kind && (
            <>
              <Form.Item
                name="text"
                label={t('support.text')}
                extra={kind === 'OTHER' ? undefined : t('common.optional')}
                rules={[{ required: kind === 'OTHER', whitespace: kind === 'OTHER' }]}
              >
                <TextArea rows={4} maxLength={2000} />
              </Form.Item>
              <FilesField />
            </>
          )}
        </Suspense>
        <div className="wizard-actions">
          <ButtonLink to="/support">{t('common.cancel')}</ButtonLink>
          <Button type="primary" htmlType="submit" loading={busy}>
            {t('support.send')}
          </Button>
        </div>
      </Form>
    </>
  )
}

/** What the API calls a field, as the form calls it. */
function renamed(error: unknown): unknown {
  if (error instanceof ProblemError) {
    for (const violation of error.problem.violations) {
      violation.field = violation.field
        .replace(/^(billId|applicationId)$/, 'subject')
        .replace(/^split$/, 'sum')
    }
  }
  return error
}

/** The same content is sent under the same key until there is an answer, however often it is sent. */
function useKey() {
  const sent = useRef({ content: '', key: '' })
  return {
    of(content: unknown): string {
      const text = JSON.stringify(content)
      if (sent.current.content !== text) {
        sent.current = { content: text, key: crypto.randomUUID() }
      }
      return sent.current.key
    },
    /** A refusal is kept under its key; the next try is another one. */
    spend({ status, slug }: Problem) {
      if (status >= 400 && status < 500 && slug !== 'request-in-flight') {
        sent.current = { content: '', key: '' }
      }
    },
  }
}
